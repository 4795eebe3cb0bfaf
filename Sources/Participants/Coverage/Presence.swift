/// Which registrations make an organisation represented. The figures of a release and the coverage of the frame ask
/// this one.
public enum Presence: String, Sendable, Hashable, CaseIterable, Codable {
    /// Everybody but those who cancelled or did not come.
    case expected
    /// Those marked as attended, and the speakers.
    case attended

    public func counts(_ status: RegistrationStatus) -> Bool {
        switch (self, status) {
        case (_, .cancelled), (_, .noShow): false
        case (_, .attended), (_, .speaker): true
        case (.expected, .registered): true
        case (.attended, .registered): false
        }
    }
}
