import Participants
import Storage

extension CleanParticipant {
    /// Characters of a cell that are kept; more says nothing of a municipality.
    private static let greatestText = 200

    /// What a person has to be asked with about the municipality; `nil` where there is nothing to ask.
    var municipalityDoubt: ImportMunicipalityRecords.Doubt? { municipalityDoubt(at: line) }

    /// - Parameter line: of the row that it is about.
    func municipalityDoubt(at line: Int) -> ImportMunicipalityRecords.Doubt? {
        guard !municipalityCandidates.isEmpty || municipalityText != nil else { return nil }
        return ImportMunicipalityRecords.Doubt(
            line: line, codes: municipalityCandidates,
            text: municipalityText.map { String($0.prefix(Self.greatestText)) })
    }
}
