import ArgumentParser
import Participants

/// `email=Kontakt`: what a list itself calls a field.
struct ColumnName {
    let field: ImportField
    let heading: String

    static let fields = ImportField.allCases.map(\.rawValue).joined(separator: ", ")

    init(_ field: ImportField, _ heading: String) {
        self.field = field
        self.heading = heading
    }

    init(_ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let field = ImportField(rawValue: parts[0]) else {
            throw ValidationError(
                say(
                    "Skriv fält=rubrik, till exempel email=Kontakt. Fälten är \(Self.fields).",
                    "Write field=heading, for example email=Contact. The fields are \(Self.fields)."))
        }
        self.field = field
        heading = parts[1]
    }

    /// The option as it is typed in a shell: `--column email="Kontakt"`.
    var option: String {
        let isPlain = heading.utf8.allSatisfy { !"\"$`\\!".utf8.contains($0) }
        return isPlain
            ? "--column \(field.rawValue)=\"\(heading)\""
            : "--column \(field.rawValue)='\(heading.replacing("'", with: "'\\''"))'"
    }

    /// The options that give all of the names, in the order of the fields.
    static func options(_ names: [ImportField: String]) -> String {
        ImportField.allCases.compactMap { field in names[field].map { ColumnName(field, $0).option } }
            .joined(separator: " ")
    }
}
