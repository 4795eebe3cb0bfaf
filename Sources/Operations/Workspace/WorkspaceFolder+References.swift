import Participants
import Registers
import SourceText

/// What stands outside the registers and names a conference.
extension WorkspaceFolder {
    /// The files of `Mailings/facts` that are no conference's: they would be read by nobody.
    func strayFacts(_ files: some Sequence<String>, _ conferences: [Conference]) -> [Diagnostic] {
        let known = conferences.map(\.id.rawValue)
        return files.sorted().compactMap { file in
            guard file.hasPrefix("facts/") else { return nil }
            let name = String(file.dropFirst("facts/".count))
            if name.hasSuffix(".yml"), known.contains(String(name.dropLast(4))) { return nil }
            let place = path("Mailings/\(file)")
            guard name.hasSuffix(".yml") else {
                return Diagnostic(
                    file: place, "The file is not read.", advice: "Name it by its conference: facts/st2016-10.yml.")
            }
            let id = String(name.dropLast(4))
            return Diagnostic(
                file: place, "There is no conference \"\(id)\".", advice: Spelling.advice(for: id, known: known))
        }
    }

    /// Checks what the demonstration makes up, and that the lists it reads are there; a workspace without
    /// `seeds/demo` has no demonstration.
    func checkDemonstration(_ frame: Frame, _ conferences: [Conference]) throws(Diagnostics) {
        let file = "seeds/demo/demo.yml"
        guard isFile(file) else { return }
        let facts = try SimulationFacts(yaml: try text(file), file: path(file), frame: frame, conferences: conferences)
        var found = Diagnostics()
        for list in facts.lists where !isFile("seeds/demo/\(list.file)") {
            found.add(
                Diagnostic(
                    file: path(file), line: list.line, "\(path("seeds/demo/\(list.file)")) is not there.",
                    advice: "Put the list there, or take it out of imports."))
        }
        try found.throwIfErrors()
    }
}
