/// Why a record was skipped; nothing in it was meant to be a person.
public enum SkipReason: String, Sendable, Hashable, CaseIterable, Codable {
    case blank
    case repeatedHeader = "repeated_header"
}

/// Why a record was rejected: a person must look at it.
public enum RejectionReason: String, Sendable, Hashable, CaseIterable, Codable {
    case columnCount = "column_count"
    case cancelled
    /// A line break in a name or an address, or a control character in any cell that is read: it could end up in the
    /// header of a letter.
    case controlCharacter = "control_character"
    case emailMissing = "email_missing"
    case emailMultiple = "email_multiple"
    case emailInvalid = "email_invalid"
    /// The address is another person's in the same file.
    case emailConflictName = "email_conflict_name"
}

/// Why a record that was read as a person's stored nobody, or waits though it was read as a cancellation.
public enum StoredReason: String, Sendable, Hashable, CaseIterable, Codable {
    /// The address is stored for somebody with another name.
    case emailConflict = "email_conflict_stored"
    /// It cancels somebody who has been at the conference, stayed away or speaks there.
    case cancelledStatusConflict = "cancelled_status_conflict"
    /// The address is an erased person's, and what the record said is not kept.
    case emailErased = "email_erased"
    /// Somebody decided that the record is nobody's: it does not wait, and what it said is kept as long as the decision
    /// may be made anew.
    case emailConflictIgnored = "email_conflict_ignored"
}

/// Why a record was taken to be the same person as an earlier one.
public enum MergeReason: String, Sendable, Hashable, CaseIterable, Codable {
    case sameEmail = "same_email"
    case plusAddress = "plus_address"
    case diacritics
}
