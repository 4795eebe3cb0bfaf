public import Expressions
public import Registers
internal import SourceText
import Wording

/// What a list's condition may speak of: the facts of ``ListFact``, `answered(wave)` and `invited(wave)`, and the ways
/// people write counties, municipalities, types, sectors, themes, conferences and statuses.
public struct ListVocabulary: ConditionVocabulary {
    public let functions: Set<String> = ["answered", "invited", "count", "length", "startsWith"]
    private let waves: Set<String>
    private let matcher: NameMatcher
    private let frame: Frame
    /// By fact: how a word is written in values, by the word without capitals.
    private let words: [ListFact: [String: String]]
    /// By fact: what is offered when a word is not known, and what it may be a slip of beside that.
    private let offered: [ListFact: [String]]
    private let others: [ListFact: [String]]

    /// - Parameter waves: the surveys' waves, as they are written: `before`.
    public init(frame: Frame, conferences: [Conference], waves: [String]) {
        self.frame = frame
        self.waves = Set(waves)
        matcher = NameMatcher(frame)
        var words: [ListFact: [String: String]] = [:]
        var offered: [ListFact: [String]] = [:]
        var others: [ListFact: [String]] = [:]
        func add(_ fact: ListFact, _ value: String, _ names: [String]) {
            for name in [value] + names {
                let word = Fold.caseless(name)
                words[fact, default: [:]][word] = words[fact]?[word] ?? value
            }
            // A slip is told by any of the names, and the first stands for all where none is close.
            offered[fact, default: []].append(names.first ?? value)
            others[fact, default: []] += names.dropFirst()
        }
        for county in frame.counties {
            let name = county.name.swedish
            let short = name.hasSuffix(" län") ? String(name.dropLast(4)) : name
            // The genitive: Jönköpings län is that of Jönköping, and Västernorrlands of Västernorrland.
            let plain = short.hasSuffix("s") ? String(short.dropLast()) : short
            let names = [plain, short, name, county.name.english, county.letterCode, county.isoCode]
            add(.county, county.code.rawValue, names)
        }
        for type in frame.organisationTypes {
            add(.organisationType, type.id.rawValue, [type.id.rawValue, type.label.swedish, type.label.english])
        }
        for sector in Sector.allCases {
            add(.sector, sector.rawValue, [sector.rawValue, sector.label.swedish, sector.label.english])
        }
        for theme in frame.themes {
            let names = [theme.id.rawValue, theme.label.swedish, theme.label.english, theme.mandateWording]
            add(.theme, theme.id.rawValue, names + theme.aliases)
        }
        for conference in conferences { add(.conference, conference.id.rawValue, [conference.id.rawValue]) }
        for status in RegistrationStatus.allCases {
            add(.status, status.rawValue, [status.rawValue, status.label.swedish, status.label.english])
        }
        for stream in OptOutStream.allCases {
            add(.optedOut, stream.rawValue, [stream.rawValue, stream.label.swedish, stream.label.english])
        }
        for truth in ["true", "false"] { add(.bounced, truth, [truth]) }
        for group in frame.municipalities.map({ ($0.sklGroup, $0.sklGroupName) }) {
            words[.sklGroup, default: [:]][String(group.0)] = String(group.0)
            words[.sklGroup, default: [:]][Fold.caseless(group.1)] = String(group.0)
        }
        offered[.sklGroup] = Set(frame.municipalities.map(\.sklGroup)).sorted().map(String.init)
        offered[.municipality] = frame.municipalities.map(\.name)
        self.words = words
        self.offered = offered
        self.others = others
    }

    public func names(in function: String?) -> Set<String> {
        switch function {
        case "answered", "invited": waves
        default: Set(ListFact.allCases.map(\.rawValue))
        }
    }

    public func spelling(of word: String, for name: String) -> ConditionSpelling {
        guard let fact = ListFact(rawValue: name) else { return .known(word) }
        let caseless = Fold.caseless(word)
        switch fact {
        case .role, .organisation:
            return .known(caseless)
        case .municipality:
            if case .municipality(let code, .exact) = matcher.exactMatch(word) { return .known(code.rawValue) }
        default:
            if let value = words[fact]?[caseless] { return .known(value) }
        }
        // A number has lost the zero that the code begins with.
        if fact == .county, let code = words[.county]?["0" + word] { return .unknown(known: [code]) }
        let known = offered[fact] ?? []
        let near = Spelling.nearest(to: word, in: known + (others[fact] ?? []))
        return .unknown(known: near.map { [$0] } ?? known)
    }

    /// The value of a name for one person at one conference.
    public func value(of name: String, for registration: ListedRegistration) -> ConditionValue {
        registration.value(name, in: frame)
    }
}
