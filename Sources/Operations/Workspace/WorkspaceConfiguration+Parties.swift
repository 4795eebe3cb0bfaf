import Delivery
import Registers
import SourceText
import Surveying

/// The parts of `genklang.yml` about others: the mail relay, sources, endpoints, boards.
extension WorkspaceConfiguration {
    private enum DeliveryWord: String, CaseIterable {
        case off
        case smtp
    }

    static func delivery(_ record: inout YAMLRecord, _ found: inout Diagnostics) -> DeliveryMode? {
        let settings = record.optionalRecord("smtp")
        guard let word = record.choice("delivery", of: DeliveryWord.self) else { return nil }
        switch word {
        case .off: return .off
        case .smtp:
            guard let settings else {
                record.fail(
                    "delivery", "delivery is smtp and the group smtp is missing.",
                    advice: "Add smtp: host, port, security.")
                return nil
            }
            return smtp(settings, &found).map(DeliveryMode.smtp)
        }
    }

    private static func smtp(_ settings: YAMLRecord, _ found: inout Diagnostics) -> SMTPSettings? {
        var settings = settings
        let host = settings.text("host")
        let port = settings.integer("port", in: 1...65_535)
        let security = settings.choice("security", of: SMTPServer.Security.self)
        let username = settings.optionalText("username")
        let passwordFile = settings.optionalText("password_file")
        let connections = settings.optionalInteger("connections", in: 1...64) ?? 4
        if username != nil, passwordFile == nil {
            settings.fail(
                "username", "There is a username and no password_file.",
                advice: "Name the file that holds the password.")
        }
        settings.finish(&found)
        guard let host, let port, let security else { return nil }
        return SMTPSettings(
            host: host, port: port, security: security, username: username, passwordFile: passwordFile,
            connections: connections)
    }

    static func sources(
        _ record: inout YAMLRecord, _ found: inout Diagnostics, conferences: [Conference]
    ) -> [Source] {
        var names: Set<String> = []
        let known = Set(conferences.map(\.id))
        return (record.optionalRecords("sources") ?? []).compactMap { source in
            var source = source
            let name = source.text("name")
            if let name, !isName(name) || name == "form" || !names.insert(name).inserted {
                source.fail(
                    "name", "A source cannot be called \"\(name)\".",
                    advice: "Use a name of its own in a–z, 0–9 and hyphens; form is taken by the survey pages.")
            }
            let files = source.texts("secret_files")
            if files.isEmpty || files.count > 2 {
                source.fail(
                    "secret_files", "A source has one secret, or two while rotating.", advice: "Name one or two files.")
            }
            let ids = source.texts("conferences").map { ConferenceID($0) }
            for id in ids where !known.contains(id) {
                source.fail(
                    "conferences", "There is no conference \"\(id)\".",
                    advice: Spelling.advice(for: id.rawValue, known: known.map(\.rawValue)))
            }
            let waves = source.texts("waves").compactMap { word in
                let wave = Wave(rawValue: word)
                if wave == nil {
                    source.fail(
                        "waves", "There is no wave \"\(word)\".",
                        advice: Spelling.advice(for: word, known: Wave.allCases.map(\.rawValue)))
                }
                return wave
            }
            source.finish(&found)
            guard let name else { return nil }
            return Source(name: name, secretFiles: files, conferences: Set(ids), waves: Set(waves))
        }
    }

    static func endpoints(_ record: inout YAMLRecord, _ found: inout Diagnostics) -> [Endpoint] {
        var names: Set<String> = []
        return (record.optionalRecords("endpoints") ?? []).compactMap { endpoint in
            var endpoint = endpoint
            let name = endpoint.text("name")
            if let name, !isName(name) || !names.insert(name).inserted {
                endpoint.fail(
                    "name", "An endpoint cannot be called \"\(name)\".",
                    advice: "Use a name of its own in a–z, 0–9 and hyphens.")
            }
            let url = endpoint.text("url")
            if let url,
                !(url.hasPrefix("https://") || url.hasPrefix("http://"))
                    || !url.utf8.allSatisfy({ (33...126).contains($0) })
            {
                endpoint.fail("url", "An endpoint's url cannot be \"\(url)\".", advice: "Write https://host/path.")
            }
            let file = endpoint.text("secret_file")
            let allows = endpoint.boolean("allow_private", default: false)
            endpoint.finish(&found)
            guard let name, let url, let file else { return nil }
            return Endpoint(name: name, url: url, secretFile: file, allowsPrivateAddress: allows)
        }
    }

    static func boards(
        _ record: inout YAMLRecord, _ found: inout Diagnostics, known: [BoardID]
    ) -> [BoardID: BoardFacts] {
        var boards: [BoardID: BoardFacts] = [:]
        for entry in record.entries("boards") {
            let id = BoardID(entry.key)
            guard known.contains(id) else {
                found.add(
                    Diagnostic(
                        file: entry.value.file, line: entry.line, column: entry.column, "There is no board \"\(id)\".",
                        advice: Spelling.advice(for: id.rawValue, known: known.map(\.rawValue))))
                continue
            }
            if let facts = board(id, entry.value, &found) { boards[id] = facts }
        }
        return boards
    }

    private static func board(_ id: BoardID, _ node: YAMLNode, _ found: inout Diagnostics) -> BoardFacts? {
        guard var facts = YAMLRecord(node, into: &found) else { return nil }
        let sender = address("sender", &facts)
        let caseNumber = facts.text("dnr")
        let officer = address("data_protection_officer", &facts)
        let simulated = facts.boolean("simulated", default: false)
        var contactName: String?
        var contactEmail: String?
        var contactPhone: String?
        if var contact = facts.record("contact") {
            contactName = contact.text("name")
            contactEmail = address("email", &contact)
            contactPhone = contact.optionalText("phone")
            contact.finish(&found)
        }
        facts.finish(&found)
        guard let sender, let caseNumber, let officer, let contactName, let contactEmail else { return nil }
        return BoardFacts(
            board: id, sender: sender, caseNumber: caseNumber, contactName: contactName, contactEmail: contactEmail,
            contactPhone: contactPhone, dataProtectionOfficer: officer, isSimulated: simulated)
    }

    private static func address(_ key: String, _ record: inout YAMLRecord) -> String? {
        guard let text = record.text(key) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains("."),
            text.utf8.allSatisfy({ (33...126).contains($0) })
        else {
            record.fail(key, "\(key) is not an address: \"\(text)\".", advice: "Write name@example.org.")
            return nil
        }
        return text
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
    }
}
