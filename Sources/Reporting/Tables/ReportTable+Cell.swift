import Indicators
import Wording

/// Makes cells of figures in one language.
struct CellMaker: Sendable {
    let language: Language

    func count(_ figure: Shown<Int>) -> ReportTable.Cell { cell(figure) { .count($0) } }

    func share(_ figure: Shown<Double>) -> ReportTable.Cell { cell(figure) { .share($0) } }

    func mean(_ figure: Shown<Double>) -> ReportTable.Cell { cell(figure) { .mean($0) } }

    /// The difference and its interval: two cells.
    func estimate(_ figure: Shown<IntervalEstimate>) -> [ReportTable.Cell] {
        guard let estimate = figure.shown else {
            let reason = cell(figure) { _ in .none }
            return [reason, reason]
        }
        return [.points(estimate.value), cell(estimate.interval) { .interval($0) }]
    }

    func cell<Value>(_ figure: Shown<Value>, _ make: (Value) -> ReportTable.Cell) -> ReportTable.Cell {
        if let value = figure.shown { return make(value) }
        return .reason(ReasonPhrase.text(figure, language) ?? "")
    }
}

extension FigureFormat {
    /// A cell as people read it.
    func text(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .text(let text): text
        case .count(let number): count(number)
        case .share(let share): self.share(share)
        case .points(let difference): points(difference)
        case .mean(let mean): self.mean(mean)
        case .interval(let interval):
            "\(self.interval(interval)) (\(LocalizedFormat(language).percent(interval.level)))"
        case .reason(let sentence): sentence
        case .none: "–"
        }
    }
}
