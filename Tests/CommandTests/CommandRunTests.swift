import Foundation
import Testing

@Suite("Commands, as a user runs them")
struct CommandRunTests {
    private func workspaceWithPeople() throws -> ScratchWorkspace {
        let workspace = try ScratchWorkspace()
        try workspace.write(
            "Namn;E-post;Kommun\nAnna Ek;anna@example.org;Kalmar\nBo Al;bo@example.org;Nybro\n", to: "list.csv")
        let ended = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-10")
        try #require(ended.status == 0, "\(ended.output)")
        return workspace
    }

    /// What a run that was killed leaves: one letter that may have arrived, and one that did. Put in by SQLite itself,
    /// for the waves of 2016 are over and are refused.
    private func leaveLetters(in workspace: ScratchWorkspace) throws {
        let script = """
            import sqlite3
            store = sqlite3.connect("var/genklang.sqlite")
            store.execute(
                "INSERT INTO letter_waves SELECT 'w', board, id, 'before', 'before', '', 'frozen', 0, 1, 0, 2, NULL "
                "FROM conferences WHERE id = 'st2016-10'")
            people = store.execute("SELECT id, email FROM participants ORDER BY email").fetchall()
            for number, (person, address) in enumerate(people):
                state = ["uncertain", "accepted"][number]
                store.execute(
                    "INSERT INTO letters VALUES (?, 'w', ?, ?, ?, 0, ?, ?, 1, NULL, 250, 'OK', 0, 0, 0)",
                    (f"letter{number}", person, address, address, f"m{number}@example.org", state))
            store.commit()
            """
        let ended = try workspace.run("/usr/bin/env", ["python3", "-c", script])
        try #require(ended.status == 0, "\(ended.output)")
    }

    @Test("Letters are listed by state, and a person puts one back in the queue, once")
    func letters() throws {
        let workspace = try workspaceWithPeople()
        defer { workspace.remove() }
        try leaveLetters(in: workspace)
        let list = ["letters", "list", "--conference", "st2016-10"]
        let letters = try #require(
            try workspace.json("letters", "list", "--conference", "st2016-10") as? [[String: Any]])
        #expect(Set(letters.compactMap { $0["address"] as? String }) == ["anna@example.org", "bo@example.org"])
        #expect(letters.compactMap { $0["state"] as? String } == ["uncertain", "accepted"])
        #expect(letters.first?["messageID"] as? String == "m0@example.org")
        let first = try #require(letters.first?["id"] as? String)

        let partly = try workspace.genklang("letters", "resend", first, "letter1", "nobody")
        #expect(partly.status == 2)
        #expect(partly.output.contains("\(first): queued"), "\(partly.output)")
        #expect(partly.output.contains("letter1: stands as accepted and is not sent again"), "\(partly.output)")
        #expect(partly.output.contains("nobody: there is no such letter"), "\(partly.output)")
        let again = try workspace.genklang("letters", "resend", first)
        #expect(again.status == 1 && again.output.contains("stands as queued"), "\(again.output)")

        let queued = try workspace.run(ScratchWorkspace.program.path(), list + ["--state", "queued"])
        #expect(queued.output.contains(first) && queued.output.split(separator: "\n").count == 1, "\(queued.output)")
        #expect(
            try workspace.genklang("letters", "list", "--conference", "st2016-10", "--wave", "after").output
                == "No such letters.\n")
        let mistyped = try workspace.genklang("letters", "list", "--conference", "st2016-10", "--wave", "befor")
        #expect(mistyped.status == 1 && mistyped.output.contains("before"), "\(mistyped.output)")
    }

    @Test("An export says in every file's name that data is simulated, and is not mixed with another")
    func export() throws {
        let workspace = try workspaceWithPeople()
        defer { workspace.remove() }
        let early = try workspace.genklang("releases", "export", "--output", "report")
        #expect(early.status == 1 && early.output.contains("genklang releases cut"), "\(early.output)")
        #expect(!workspace.names().contains("report"))

        #expect(try workspace.genklang("releases", "cut").status == 0)
        #expect(try workspace.genklang("releases", "export", "--output", "report").status == 0)
        let names = workspace.names(in: "report")
        #expect(names.contains("simulated-release.json") && names.contains("simulated-report.sv.html"))
        #expect(names.allSatisfy { $0.hasPrefix("simulated-") }, "\(names)")

        let again = try workspace.genklang("releases", "export", "--output", "report")
        #expect(again.status == 1 && again.output.contains("--output"), "\(again.output)")
        #expect(workspace.names(in: "report") == names)
    }

    @Test("Backup, restore, migration and check tell programs what they did")
    func storeAsJSON() throws {
        let workspace = try workspaceWithPeople()
        defer { workspace.remove() }
        let backup = try #require(try workspace.json("store", "backup") as? [String: Any])
        let path = try #require(backup["path"] as? String)
        #expect((backup["check"] as? [String: Any])?["participants"] as? Int == 2)
        let size = try FileManager.default.attributesOfItem(atPath: workspace.path(path))[.size] as? Int
        #expect(backup["sizeInBytes"] as? Int == size)

        let restored = try #require(try workspace.json("store", "restore", path) as? [String: Any])
        let replaced = try #require(restored["replaced"] as? String)
        #expect(FileManager.default.fileExists(atPath: workspace.path(replaced)))
        #expect((try workspace.json("store", "migrate") as? [Any])?.isEmpty == true)
        #expect((try workspace.json("store", "check") as? [String: Any])?["isSound"] as? Bool == true)
    }

    @Test("A node whose port is taken says so, and how to take another")
    func takenPort() throws {
        let workspace = try ScratchWorkspace()
        defer { workspace.remove() }
        // Python's own port 0: the system chooses one, and it stays taken while genklang is tried.
        let script = """
            import socket, subprocess, sys
            taken = socket.create_server(("127.0.0.1", 0))
            port = str(taken.getsockname()[1])
            sys.exit(subprocess.run([sys.argv[1], "serve", "--port", port, "--language", "en"]).returncode)
            """
        let ended = try workspace.run("/usr/bin/env", ["python3", "-c", script, ScratchWorkspace.program.path()])
        #expect(ended.status == 1)
        #expect(ended.output.contains("--port") && ended.output.contains("listen in genklang.yml"), "\(ended.output)")
        #expect(!ended.output.contains("has ended"), "it never began: \(ended.output)")
    }

    @Test("Generating surveys says when the list of organisations is frozen, and that nobody is registered")
    func rosterIsFrozen() throws {
        let workspace = try workspaceWithPeople()
        defer { workspace.remove() }
        let known = try workspace.genklang("surveys", "generate", "--conference", "st2016-10")
        #expect(known.status == 0 && known.output.contains("list of organisations is frozen"), "\(known.output)")
        #expect(!known.output.contains("No organisation is registered"), "\(known.output)")
        let empty = try workspace.genklang("surveys", "generate", "--conference", "st2016-11")
        #expect(empty.status == 0 && empty.output.contains("No organisation is registered"), "\(empty.output)")
    }

    @Test("Help for a command that is not there says so", arguments: [["bogus"], ["letters", "bogus"]])
    func helpForNothing(words: [String]) throws {
        let folder = try ScratchWorkspace.empty()
        defer { folder.remove() }
        let asked = try folder.run(
            ScratchWorkspace.program.path(), ["help"] + words + ["--language", "en"])
        #expect(asked.status == 64 && asked.output.contains("There is no command bogus"), "\(asked.output)")
        let known = try folder.run(ScratchWorkspace.program.path(), ["help", "letters", "send", "--language", "en"])
        #expect(known.status == 0 && known.output.contains("--late"), "\(known.output)")
    }

    @Test(
        "Help is had in either language at every level",
        arguments: [[], ["letters"], ["letters", "send"], ["store"], ["serve"]])
    func help(command: [String]) throws {
        let folder = try ScratchWorkspace.empty()
        defer { folder.remove() }
        for (language, words) in [("sv", "Språk: sv eller en"), ("en", "Language: sv or en")] {
            let asked = try folder.run(
                ScratchWorkspace.program.path(), command + ["--help", "--language", language])
            #expect(asked.status == 0 && asked.output.contains(words), "\(asked.output)")
        }
        guard command.count < 2, command != ["serve"] else { return }
        let bare = try folder.run(ScratchWorkspace.program.path(), ["--language", "en"] + command)
        #expect(bare.status == 0 && bare.output.contains("Language: sv or en"), "\(bare.output)")
        let after = try folder.run(ScratchWorkspace.program.path(), command + ["--language", "en"])
        #expect(after.status == 0 && after.output.contains("genklang"), "\(after.output)")
    }
}
