public import SourceText
import Surveying

extension LetterWave {
    /// The files of a wave's folder, all of them needed and none beside them.
    static let fileNames = ["wave.yml", "subject.sv.txt", "subject.en.txt", "body.sv.md", "body.en.md"]

    /// Reads a wave from its folder's files.
    ///
    /// - Parameters:
    ///   - files: contents by name within the folder.
    ///   - folder: the folder as people know it, `Mailings/before`, for messages.
    /// - Throws: all that is wrong in any of the files, with file and line.
    public init(id: LetterWaveName, files: [String: String], folder: String) throws(Diagnostics) {
        var found = Diagnostics()
        if !id.isWellFormed {
            found.add(
                Diagnostic(
                    file: folder, "A wave's folder is named with lower-case letters, digits and hyphens.",
                    advice: "Rename the folder \"\(id)\"."))
        }
        for name in files.keys.sorted() where !LetterWave.fileNames.contains(name) {
            found.add(
                Diagnostic(
                    file: "\(folder)/\(name)", "The file is not read.",
                    advice: Spelling.advice(for: name, known: LetterWave.fileNames)))
        }
        let settings = WaveSettings(files["wave.yml"], file: "\(folder)/wave.yml", into: &found)
        let subject = LetterWave.templates("subject", "txt", files, folder, &found)
        let body = LetterWave.templates("body", "md", files, folder, &found)
        try found.throwIfErrors()
        guard let settings, let subject, let body else { throw found }
        self.id = id
        survey = settings.survey
        audience = settings.audience
        sendOn = settings.sendOn
        expiresOn = settings.expiresOn
        dates = settings.dates
        self.subject = subject
        self.body = body
    }

    private static func templates(
        _ name: String, _ suffix: String, _ files: [String: String], _ folder: String, _ found: inout Diagnostics
    ) -> LocalizedTemplate? {
        let swedish = template("\(name).sv.\(suffix)", files, folder, &found)
        let english = template("\(name).en.\(suffix)", files, folder, &found)
        guard let swedish, let english else { return nil }
        return LocalizedTemplate(swedish: swedish, english: english)
    }

    /// One text file; a subject is one line.
    static func template(
        _ name: String, _ files: [String: String], _ folder: String, _ found: inout Diagnostics
    ) -> LetterTemplate? {
        let file = folder.isEmpty ? name : "\(folder)/\(name)"
        guard let text = files[name] else {
            found.add(Diagnostic(file: file, "The file is missing.", advice: "Every letter has it."))
            return nil
        }
        let isSubject = name.hasPrefix("subject.")
        let content = isSubject && text.hasSuffix("\n") ? String(text.dropLast()) : text
        if content.allSatisfy(\.isWhitespace) {
            found.add(Diagnostic(file: file, line: 1, "The text is empty.", advice: "Write it."))
            return nil
        }
        if isSubject, HeaderText.hasControl(content) {
            found.add(Diagnostic(file: file, line: 2, "A subject is one line.", advice: "Join the lines."))
            return nil
        }
        do {
            return try LetterTemplate(content, file: file)
        } catch {
            found.items += error.items
            return nil
        }
    }
}

/// What stands in wave.yml.
private struct WaveSettings {
    var survey: Wave?
    var audience: LetterAudience
    var sendOn: LetterWave.RelativeTime
    var expiresOn: LetterWave.RelativeTime
    var dates: [LetterField: Int]

    init?(_ text: String?, file: String, into found: inout Diagnostics) {
        guard let text else {
            found.add(Diagnostic(file: file, "The file is missing.", advice: "Copy one from another wave."))
            return nil
        }
        let node: YAMLNode
        do {
            node = try StrictYAML.parse(text, file: file)
        } catch {
            found.items += error.items
            return nil
        }
        guard var record = YAMLRecord(node, into: &found) else { return nil }
        let survey = record.optionalChoice("survey", of: Wave.self)
        let audience = record.choice("audience", of: LetterAudience.self)
        let sendOn = WaveSettings.time("send", &record, &found)
        let expiresOn = WaveSettings.time("expires", &record, &found)
        var dates: [LetterField: Int] = [:]
        for entry in record.optionalEntries("dates") ?? [] {
            let known = LetterField.allCases.filter { $0.source == .wave }.map(\.rawValue)
            guard known.contains(entry.key), let field = LetterField(rawValue: entry.key) else {
                found.add(
                    Diagnostic(
                        file: file, line: entry.line, "Unknown day \"\(entry.key)\".",
                        advice: Spelling.advice(for: entry.key, known: known)))
                continue
            }
            guard let days = entry.value.integer, (-400...400).contains(days) else {
                found.add(
                    entry.value.error("A day is a number of days from the conference.", advice: "Write -7, or 14."))
                continue
            }
            dates[field] = days
        }
        if audience == .unanswered, survey == nil {
            record.fail("audience", "Without a survey nobody can be unanswered.", advice: "Write `survey: before`.")
        }
        record.finish(&found)
        guard let audience, let sendOn, let expiresOn else { return nil }
        if (sendOn.days, sendOn.hour, sendOn.minute) >= (expiresOn.days, expiresOn.hour, expiresOn.minute) {
            found.add(
                Diagnostic(
                    file: file, line: record.line(of: "expires"), "The wave expires before it is sent.",
                    advice: "Write a later day under `expires`."))
            return nil
        }
        self.survey = survey
        self.audience = audience
        self.sendOn = sendOn
        self.expiresOn = expiresOn
        self.dates = dates
    }

    /// `{days: -21, at: "08:00"}`
    private static func time(
        _ key: String, _ record: inout YAMLRecord, _ found: inout Diagnostics
    ) -> LetterWave.RelativeTime? {
        guard var time = record.record(key) else { return nil }
        let days = time.integer("days", in: -400...400)
        let clock = time.text("at")
        var result: LetterWave.RelativeTime?
        if let days, let clock {
            let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
            if parts.count == 2,
                parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
                let hour = parts.first.flatMap({ Int($0) }), let minute = parts.last.flatMap({ Int($0) }), hour < 24,
                minute < 60
            {
                result = LetterWave.RelativeTime(days: days, hour: hour, minute: minute)
            } else {
                time.fail("at", "\"\(clock)\" is not a time of day.", advice: "Write \"08:00\".")
            }
        }
        time.finish(&found)
        return result
    }
}
