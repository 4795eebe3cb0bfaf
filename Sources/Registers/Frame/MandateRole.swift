/// What a body is to the mandate; raw values are those of the registers.
public enum MandateRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// Whom the conferences are for.
    case targetGroup = "target_group"
    /// A board that arranges conferences.
    case organiser
    /// The board that coordinates, invoices and reports.
    case coordinator
    /// Whom the boards are to consult.
    case consulted
    case commissioner
    case other
}
