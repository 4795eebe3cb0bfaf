public import Registers
public import SourceText

/// A workspace's `Surveys` folder, read and checked whole.
public struct SurveyFolder: Sendable {
    public let bank: Bank
    public let compositions: [Wave: SurveyComposition]
    /// What is allowed but should be mended.
    public let warnings: [Diagnostic]
    private let frame: Frame

    /// The names of the files, in the order they are read.
    public static let fileNames = ["bank.yml"] + Wave.allCases.map { "\($0.rawValue).yml" }

    /// - Parameter files: the text of each file by its name, all of ``fileNames``.
    /// - Throws: everything that is wrong in and between the files, warnings among them.
    public init(files: [String: String], frame: Frame) throws(Diagnostics) {
        var found = Diagnostics()
        for name in SurveyFolder.fileNames where files[name] == nil {
            found.add(Diagnostic(file: "Surveys/\(name)", "The file is missing.", advice: "Put it back."))
        }
        try found.throwIfErrors()
        var bank: Bank?
        do { bank = try Bank(yaml: files["bank.yml"] ?? "", file: "Surveys/bank.yml") } catch {
            found.items += error.items
        }
        var compositions: [Wave: SurveyComposition] = [:]
        for wave in Wave.allCases {
            let file = "Surveys/\(wave.rawValue).yml"
            do {
                let read = try SurveyComposition(model: files["\(wave.rawValue).yml"] ?? "", file: file)
                if read.wave == wave {
                    compositions[wave] = read
                } else {
                    found.add(
                        Diagnostic(
                            file: file, "The file says the wave \(read.wave.rawValue).",
                            advice: "Write `wave: \(wave.rawValue)`."))
                }
            } catch {
                found.items += error.items
            }
        }
        try found.throwIfErrors()
        guard let bank else { throw found }
        let ordered = Wave.allCases.compactMap { compositions[$0] }
        found.items += SurveyCheck.diagnostics(bank: bank, compositions: ordered, frame: frame).items
        try found.throwIfErrors()
        self.bank = bank
        self.compositions = compositions
        self.frame = frame
        warnings = found.items
    }

    /// See ``SurveyGenerator/survey(for:roster:drawnTheme:)``.
    public func survey(
        _ wave: Wave, for conference: Conference, roster: [RosterChoice] = [], drawnTheme: ThemeID? = nil
    ) throws(Diagnostics) -> Survey {
        guard let composition = compositions[wave] else {
            throw Diagnostics([Diagnostic(file: "Surveys/\(wave.rawValue).yml", "The file is missing.")])
        }
        return try SurveyGenerator(bank: bank, composition: composition, frame: frame)
            .survey(for: conference, roster: roster, drawnTheme: drawnTheme)
    }

    /// The tables of pairs of each two waves.
    public var layouts: [PairedLayout] {
        WavePair.allCases.map { PairedLayout.layout(bank: bank, wavePair: $0) }
    }
}
