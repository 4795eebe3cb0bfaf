import Registers
import Surveying
import Testing

@Suite("Tables of pairs")
struct PairedCellsTests {
    private static let bank = Result { try Bank(yaml: Workspace.text("Surveys/bank.yml"), file: "bank.yml") }

    private static func layout(_ pair: WavePair) throws -> PairedLayout {
        PairedLayout.layout(bank: try bank.get(), wavePair: pair)
    }

    @Test("Cells of items follow each other without gap or overlap")
    func offsets() throws {
        for pair in WavePair.allCases {
            let layout = try PairedCellsTests.layout(pair)
            var next = 0
            for item in layout.items {
                #expect(item.offset == next)
                next += (item.levels.count + 3) * (item.levels.count + 3)
            }
            #expect(layout.cellCount == next)
        }
    }

    @Test("Levels ascend: numbers by size, words of an ordered scale from the last shown, kinds as they stand")
    func levels() throws {
        let layout = try PairedCellsTests.layout(.beforeThreeMonths)
        #expect(layout.item(named: ItemName("P01"))?.levels == ["1", "2", "3", "4", "5"])
        #expect(layout.item(named: ItemName("P14"))?.levels == ["no", "started", "yes"])
        let knowledge = try PairedCellsTests.layout(.beforeAfter).item(named: ItemName("K1"))
        #expect(knowledge?.levels == ["mv", "af", "skolverket", "boverket", "socialstyrelsen", "ivo"])
        #expect(knowledge?.isKnowledge == true && knowledge?.key == "af")
    }

    @Test("A person's answers fall in the cells of their states, by hand")
    func byHand() throws {
        let layout = try PairedCellsTests.layout(.beforeAfter)
        let before = AnswerSet([("P01", .number(2)), ("P06", .notApplicable), ("K1", .dontKnow)])
        let after = AnswerSet([("P01", .number(5)), ("P06", .number(1)), ("K1", .text("af"))])
        let asked: Set<ItemName> = [ItemName("P01"), ItemName("P02"), ItemName("P06"), ItemName("K1")]
        var cells = PairedCells()
        cells.add(layout.cells(first: before, second: after, asked: asked), times: 1)
        let tables = try ["P01", "P02", "P03", "P06", "K1"].map {
            cells.table(for: try #require(layout.item(named: ItemName($0))))
        }
        // P01: level 2 is row 1, level 5 is column 4. P02: no answer is state 7 of 8. P03 was not asked.
        #expect(tables[0][1][4] == 1 && tables[0].joined().reduce(0, +) == 1)
        #expect(tables[1][7][7] == 1 && tables[1].joined().reduce(0, +) == 1)
        #expect(tables[2].joined().reduce(0, +) == 0)
        #expect(tables[3][6][0] == 1)
        // K1 has six levels: vet ej is state 6, af is level 1.
        #expect(tables[4][6][1] == 1 && tables[4].count == 9)
        #expect(layout.cells(first: nil, second: nil, asked: asked) == [])
        #expect(layout.cells(first: nil, second: after, asked: [ItemName("P01")]) == [Int32(7 * 8 + 4)])
    }

    @Test("One who was not there is asked nothing after the day that is compared with before, and becomes no pair")
    func stayedAway() throws {
        let folder = try Workspace.folder()
        let survey = try folder.survey(.after, for: Workspace.conference(themes: nil))
        let layout = try PairedCellsTests.layout(.beforeAfter)
        let given = AnswerSet([("A0", .text("no"))] + layout.items.map { ($0.name.rawValue, AnswerValue.number(5)) })
        let after = survey.asked(of: given)
        #expect(after == AnswerSet([("A0", .text("no"))]))
        let before = AnswerSet([("P01", .number(2))])
        let cells = layout.cells(first: before, second: after, asked: [ItemName("P01")])
        let item = try #require(layout.item(named: ItemName("P01")))
        #expect(cells == [item.cell(first: 1, second: item.noAnswerState)])
        #expect(survey.questions.filter { $0.item.isPaired && $0.visibleIf == nil }.isEmpty)
    }

    /// What may happen to one person's answers.
    private enum Event: CaseIterable {
        case before, after, changeBefore, changeAfter, withdrawBefore, withdrawAfter, erase
    }

    @Test(
        "After any sequence of late answers, changes, withdrawals and erasures the table is that of the answers left",
        arguments: [UInt64](1...12))
    func anySequence(seed: UInt64) throws {
        let layout = try PairedCellsTests.layout(seed % 2 == 0 ? .beforeAfter : .beforeThreeMonths)
        let asked = Set(layout.items.map(\.name).filter { $0.rawValue != "P07" })
        var generator = SplitMix(state: seed)
        var left: [Int: (first: [String: AnswerValue]?, second: [String: AnswerValue]?)] = [:]
        var cells = PairedCells()
        func answers() -> [String: AnswerValue] {
            var answers: [String: AnswerValue] = [:]
            for item in layout.items where Int.random(in: 0...4, using: &generator) > 0 {
                answers[item.name.rawValue] =
                    switch Int.random(in: 0...9, using: &generator) {
                    case 0: .dontKnow
                    case 1: .notApplicable
                    default:
                        item.levels.randomElement(using: &generator).map { Int64($0).map { .number($0) } ?? .text($0) }
                            ?? .dontKnow
                    }
            }
            return answers
        }
        func contribution(_ person: Int) -> [Int32] {
            let (first, second) = left[person] ?? (nil, nil)
            func set(_ answers: [String: AnswerValue]?) -> AnswerSet? {
                answers.map { AnswerSet($0.map { (name: $0.key, value: $0.value) }) }
            }
            return layout.cells(first: set(first), second: set(second), asked: asked)
        }
        for step in 0..<400 {
            let person = Int.random(in: 0..<25, using: &generator)
            cells.add(contribution(person), times: -1)
            var now = left[person] ?? (nil, nil)
            switch Event.allCases.randomElement(using: &generator) ?? .erase {
            case .before, .changeBefore: now.first = answers()
            case .after, .changeAfter: now.second = answers()
            case .withdrawBefore: now.first = nil
            case .withdrawAfter: now.second = nil
            case .erase: now = (nil, nil)
            }
            left[person] = now
            cells.add(contribution(person), times: 1)
            guard step % 40 == 39 else { continue }
            #expect(!cells.hasNegative)
            for item in layout.items {
                let expected = PairedCellsTests.recount(item, left.values.map { ($0.first, $0.second) }, asked)
                #expect(cells.table(for: item) == expected, "seed \(seed), step \(step), \(item.name)")
            }
            #expect(try PairedCells(decoding: cells.encoded()) == cells)
        }
    }

    /// Counts afresh from the answers, by the names of the states alone.
    private static func recount(
        _ item: PairedItem, _ people: [(first: [String: AnswerValue]?, second: [String: AnswerValue]?)],
        _ asked: Set<ItemName>
    ) -> [[Int64]] {
        let states = item.levels + ["dont_know", "not_applicable", "-"]
        func word(_ answers: [String: AnswerValue]?) -> String {
            switch answers?[item.name.rawValue] {
            case .number(let number): String(number)
            case .text(let text): text
            default: "-"
            }
        }
        return states.map { row in
            states.map { column in
                guard asked.contains(item.name) else { return 0 }
                return Int64(
                    people.filter {
                        ($0.first != nil || $0.second != nil) && word($0.first) == row && word($0.second) == column
                    }.count)
            }
        }
    }

    @Test("Adding tables is adding their counts, whatever the order", arguments: [UInt64](100...105))
    func sums(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        var tables: [PairedCells] = []
        var counts: [Int32: Int64] = [:]
        for _ in 0..<20 {
            var table = PairedCells()
            for _ in 0..<30 {
                let cell = Int32.random(in: 0..<60, using: &generator)
                let times = Int64.random(in: -3...3, using: &generator)
                table.add([cell], times: times)
                counts[cell, default: 0] += times
            }
            tables.append(table)
        }
        let one = tables.reduce(PairedCells(), +)
        let other = tables.shuffled(using: &generator).reduce(PairedCells(), +)
        #expect(one == other)
        for cell in Int32(0)..<60 { #expect(one[cell] == counts[cell] ?? 0, "seed \(seed)") }
        #expect(one + (-one) == PairedCells())
        #expect(try PairedCells(decoding: one.encoded()) == one)
    }

    @Test("The bytes are as documented")
    func bytes() throws {
        var cells = PairedCells()
        #expect(cells.encoded() == [1, 0])
        cells.add([0], times: 1)
        cells.add([200], times: -64)
        cells.add([201], times: 64)
        // Distances 1, 200 (0xC8 0x01) and 1; zigzag of 1, −64 and 64 is 2, 127 and 128 (0x80 0x01).
        #expect(cells.encoded() == [1, 3, 1, 2, 0xC8, 0x01, 127, 1, 0x80, 0x01])
    }

    @Test("The greatest counts and cells survive, and sums stay in range")
    func extremes() throws {
        var cells = PairedCells()
        cells.add([0], times: .max)
        cells.add([.max], times: .min)
        #expect(try PairedCells(decoding: cells.encoded()) == cells)
        cells.add([0], times: 1)
        #expect(cells[0] == .max)
        #expect((cells + cells)[.max] == .min)
        #expect((-cells)[.max] == .max)
    }

    @Test(
        "Other bytes are refused",
        arguments: [
            [], [0], [2, 0], [1], [1, 1], [1, 1, 1], [1, 0, 0], [1, 1, 0, 2], [1, 1, 1, 0], [1, 2, 1, 2],
            [1, 1, 0x81, 0x00, 2], [1, 1, 1, 0x80], [1, 1, 0x81, 0x80, 0x80, 0x80, 0x08, 2],
            [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
            [1, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02],
            [1, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
            [1, 2, 0x80, 0x80, 0x80, 0x80, 0x08, 2, 0x80, 0x80, 0x80, 0x80, 0x08, 2],
        ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(throws: PairedCellsError.self) { try PairedCells(decoding: bytes) }
    }

    @Test("Random bytes are refused or read, never a trap, and what is read is written the same")
    func garbage() {
        let seed: UInt64 = 0xB10B
        var generator = SplitMix(state: seed)
        for _ in 0..<50_000 {
            let bytes =
                [1]
                + (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                    [UInt8.random(in: 0...255, using: &generator), UInt8.random(in: 0...3, using: &generator)]
                        .randomElement(using: &generator) ?? 0
                }
            guard let cells = try? PairedCells(decoding: bytes) else { continue }
            #expect(cells.encoded() == bytes, "seed \(seed): \(bytes)")
        }
    }
}
