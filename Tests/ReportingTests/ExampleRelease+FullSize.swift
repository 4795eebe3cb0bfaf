import Foundation
import Indicators
import Registers
import Reporting
import Surveying
import Wording

/// As many rows as the real report has: 17 conferences, 15 organisation types, the bank's paired items. The numbers
/// follow a pattern and mean nothing.
extension ExampleRelease {
    static func fullSize() throws -> Release {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bank = try Bank(
            yaml: String(contentsOf: root.appending(path: "Surveys/bank.yml"), encoding: .utf8), file: "bank.yml")
        var release = release()
        let items = bank.items.filter { $0.hasPairedTable && $0.waves.contains(.before) && $0.waves.contains(.after) }
        release.change = items.enumerated().flatMap { place, item in
            [change(item, place, .nation, pairs: 812)]
                + (1...17).map { number in
                    let id = ConferenceID(number < 10 ? "st2016-0\(number)" : "st2016-\(number)")
                    return change(item, place + number, .conference(id), pairs: 11 + number * 4)
                }
        }
        let parts = release.response.filter { $0.breakdown != .nation }
        release.response =
            release.response.filter { $0.breakdown == .nation }
            + (1...17).flatMap { number in
                parts.prefix(2).map { figure in
                    var figure = figure
                    figure.breakdown = .conference(ConferenceID("c\(number)"))
                    figure.label = LocalizedText("Stockholm dag \(number)", "Stockholm day \(number)")
                    figure.rate =
                        number % 6 == 5 ? .withheld(.tooFewPeople) : .value(0.4 + Double(number * 7 % 30) / 100)
                    return figure
                }
            } + parts.suffix(2)
        return release
    }

    private static func change(_ item: Item, _ place: Int, _ breakdown: Breakdown, pairs: Int) -> ItemChange {
        let value = Double((place * 37) % 45 - 8) / 100
        let isDeclared = facts.declaredItems.contains(item.name.rawValue)
        let estimate = IntervalEstimate(
            value: value,
            interval: .value(
                ConfidenceInterval(
                    low: value - 0.09, high: value + 0.09, level: isDeclared ? 0.99 : 0.95, method: "CR2, Satterthwaite"
                )))
        let difference: Shown<IntervalEstimate> = pairs < 20 ? .withheld(.tooFewPeople) : .value(estimate)
        let higher = pairs / 3 + Int(value * Double(pairs) / 2)
        return ItemChange(
            item: item.name.rawValue, text: item.text, wavePair: .beforeAfter, breakdown: breakdown,
            pairs: .value(pairs), firstOnly: .value(pairs / 2), secondOnly: .value(pairs / 4),
            measure: item.knowledgeKey == nil
                ? .scale(
                    counts: difference.map { _ in
                        Directions(higher: higher, same: pairs / 3, lower: pairs - higher - pairs / 3)
                    }, netShareHigher: difference)
                : .knowledge(
                    shareFirst: difference.map { _ in 0.42 }, shareSecond: difference.map { $0.value + 0.42 },
                    difference: difference), clusters: .value(17))
    }
}
