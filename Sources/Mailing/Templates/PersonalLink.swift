public import Wording

/// The link of one of several people who get one letter.
public struct PersonalLink: Sendable, Hashable {
    /// Whose it is, as it is written before the link.
    public var name: LocalizedText
    public var link: String

    public init(name: LocalizedText, link: String) {
        self.name = name
        self.link = link
    }
}

extension LocalizedValues {
    /// Sets the survey's link: of one person as it stands, of several each on a line after its owner's name.
    ///
    /// - Throws: as ``LetterValues/set(_:_:)``, for a name or a link that cannot stand in a letter.
    public mutating func set(surveyLinks links: [PersonalLink]) throws(LetterError) {
        for language in Language.allCases {
            try self[language].set(surveyLinks: links.map { ($0.name[language], $0.link) })
        }
    }
}

extension LetterTemplate {
    /// Whether the survey's link is the target of a text, `[text]({{survey_link}})`, where only one link has room.
    public var surveyLinkIsTarget: Bool {
        source.split(separator: "](").dropFirst().contains { target in
            target.prefix { $0 != ")" }.contains(LetterField.surveyLink.rawValue)
        }
    }
}
