import Indicators
import Wording

/// Which organisations took part, as a heading and a line each, on a page and in a terminal.
struct CoverageWords {
    let coverage: [Coverage]
    let language: Language

    init(_ release: Release, _ language: Language) {
        coverage = release.coverage
        self.language = language
    }

    /// `Kommuner: 261 av 290`.
    var lines: [String] {
        let format = FigureFormat(language)
        return coverage.map { coverage in
            let (present, all) = (format.count(coverage.present), format.count(coverage.inFrame))
            return "\(coverage.label[language]): "
                + LocalizedText("\(present) av \(all)", "\(present) of \(all)")[language]
        }
    }

    var heading: String {
        switch coverage.first?.basis {
        case .attended, nil: LocalizedText("Organisationer som deltog", "Organisations that took part")[language]
        case .registered: LocalizedText("Anmälda organisationer", "Organisations registered")[language]
        case .both:
            LocalizedText(
                "Organisationer som deltog eller är anmälda", "Organisations that took part or are registered")[
                    language]
        }
    }
}
