import Participants
import Wording

extension ImportedList {
    /// What people read of it.
    var lines: [String] {
        var lines =
            ["\(file): \(counts.totals)"] + kinds(counts.merged, "sammanslagen", "merged")
            + kinds(counts.skipped, "överhoppad", "skipped")
        if isRepeated {
            lines.append(
                say("  Filen var redan inläst; inget ändrades.", "  The file was imported before; nothing changed."))
        }
        if let rememberedOptions {
            lines.append(
                say(
                    "  Rubrikerna tolkades som förra gången: \(rememberedOptions)",
                    "  The headings were read as the last time: \(rememberedOptions)"))
        }
        if isRemembered {
            lines.append(
                say(
                    "  Rubrikerna används för nästa fil med samma rubrikrad; se genklang participants headings.",
                    "  The headings are used for the next file with the same header; see genklang participants headings."
                ))
        }
        let statuses = Set(cancelledLines)
        for (line, reason) in rejectedLines.compactMap({ line, reason in Int(line).map { ($0, reason) } }).sorted(
            by: { $0.0 < $1.0 }) where !statuses.contains(line)
        {
            let words = Self.told(reason)
            lines.append(say("  rad \(line): \(words)", "  line \(line): \(words)"))
        }
        if !warnings.isEmpty {
            lines.append(say("  Varningar; --json visar raderna:", "  Warnings; --json shows the lines:"))
            lines += warnings.sorted { $0.key < $1.key }.map { "    \(Self.told($0.key)): \($0.value)" }
        }
        if !droppedColumns.isEmpty {
            let names = droppedColumns.joined(separator: ", ")
            lines.append(say("  Inte lästa kolumner: \(names)", "  Columns not read: \(names)"))
        }
        if cancelledPeople + registeredAgain + cancelledLines.count > 0 {
            lines.append(
                say(
                    "  avbokade i lagret: \(cancelledPeople) (rader i filen \(cancelledLines.count)), anmälda igen: "
                        + "\(registeredAgain)",
                    "  cancelled in the store: \(cancelledPeople) (lines of the file \(cancelledLines.count)), registered "
                        + "again: \(registeredAgain)"))
        }
        lines += Self.rows(
            statusConflictLines, "Raden avbokar någon som kom, uteblev eller medverkar; avgör själv",
            "The line cancels somebody who attended, did not come or speaks; decide yourself")
        lines += Self.rows(
            conflictingLines, "Adressen tillhör redan någon med ett annat namn; avgör själv",
            "The address belongs to somebody with another name; decide yourself")
        lines += Self.rows(
            erasedLines, "Adressen är en raderad persons; ingen lagrades",
            "The address is an erased person's; nobody was stored")
        lines += Self.rows(settledLines, "Avgjort sedan tidigare", "Decided before")
        if !conflictingLines.isEmpty || rejectedLines.values.contains(RejectionReason.emailConflictName.rawValue) {
            lines.append(
                say(
                    "  Avgör vems adressen är: genklang participants review",
                    "  Decide whose the address is: genklang participants review"))
        }
        if needsPerson, let id {
            lines.append(
                say(
                    "  Rätta raderna: genklang participants rejected \(id) --output avvisade.csv",
                    "  Correct the rows: genklang participants rejected \(id) --output rejected.csv"))
        }
        return lines
    }

    private func kinds(_ counts: [some Hashable & RawRepresentable<String>: Int], _ swedish: String, _ english: String)
        -> [String]
    {
        counts.map { (Self.told($0.key.rawValue), $0.value) }.sorted { $0.0 < $1.0 }
            .map { say("  \(swedish), \($0): \($1)", "  \(english), \($0): \($1)") }
    }

    /// `Decided before: line 3, 17`; nothing where there are no lines.
    private static func rows(_ numbers: [Int], _ swedish: String, _ english: String) -> [String] {
        guard !numbers.isEmpty else { return [] }
        let list = numbers.map(String.init).joined(separator: ", ")
        return [say("  \(swedish): rad \(list)", "  \(english): line \(list)")]
    }

    private static func told(_ code: String) -> String {
        ImportVocabulary.told(code)[InterfaceLanguage.current]
    }
}
