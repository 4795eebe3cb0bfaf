/// The organisation a person comes from: what it is counted as, what it was called, and its type.
public struct Organisation: Sendable, Hashable, Codable {
    /// `nil` where nothing was said.
    public var key: OrganisationKey?
    /// As it was written, cleaned; `nil` where nothing was written.
    public var name: String?
    public var type: OrganisationTypeID

    public init(key: OrganisationKey?, name: String?, type: OrganisationTypeID) {
        self.key = key
        self.name = name
        self.type = type
    }

    public static let none = Organisation(key: nil, name: nil, type: .unknown)
}
