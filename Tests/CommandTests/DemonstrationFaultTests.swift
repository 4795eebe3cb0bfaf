import Foundation
import Testing

@Suite("A demonstration that does not go well")
struct DemonstrationFaultTests {
    @Test("Ctrl-C among the letters ends it with one line, without its node, without figures, and with 130")
    func interrupted() throws {
        let demo = try RunningDemonstration(until: "\n3. ")
        defer { demo.remove() }
        let node = try #require(try demo.nodeProcess())
        #expect(demo.interrupt() == 130)
        #expect(demo.lines.last?.hasPrefix("The demonstration was interrupted.") == true, "\(demo.output)")
        #expect(!demo.output.contains("\n4. ") && !demo.output.contains("\n5. "))
        #expect(kill(node, 0) != 0, "the node goes on")
        #expect(!demo.workspace.names(in: "var/demo").contains { $0.hasPrefix("report") })
        let shown = try demo.workspace.genklang("releases", "show", "--workspace", "var/demo")
        #expect(shown.status == 1 && shown.output.contains("There is no release yet"), "\(shown.output)")
    }

    @Test("Where answers do not arrive it says so, goes on to the figures, and ends with 2")
    func nodeDies() throws {
        let demo = try RunningDemonstration("--no-serve", until: "\n3. ")
        defer { demo.remove() }
        let node = try #require(try demo.nodeProcess())
        kill(node, SIGKILL)
        #expect(demo.finish() == 2, "\(demo.output)")
        #expect(demo.lines.contains { $0.hasPrefix("   NB ") }, "\(demo.output)")
        #expect(demo.output.contains("The report is in"))
    }

    @Test("In a folder that is no workspace it says which file is missing, and leaves nothing there")
    func noWorkspace() throws {
        let folder = try ScratchWorkspace.empty()
        defer { folder.remove() }
        let ended = try folder.genklang("demo", "--no-serve")
        #expect(ended.status == 1)
        #expect(ended.output.contains("seeds/registers") && ended.output.contains("--workspace"), "\(ended.output)")
        #expect(!ended.output.contains("NSCocoaErrorDomain"))
        #expect(folder.names() == [])
    }

    @Test(
        "A mistake in the workspace's files is told by their own names, and the earlier demonstration stays",
        arguments: ["genklang.yml", "seeds/demo/demo.yml"])
    func brokenFile(name: String) throws {
        let workspace = try ScratchWorkspace()
        defer { workspace.remove() }
        try FileManager.default.createDirectory(
            atPath: workspace.path("var/demo"), withIntermediateDirectories: true)
        try workspace.write("earlier", to: "var/demo/DEMONSTRATION.txt")
        try workspace.write("nonsense: [", to: name)
        let ended = try workspace.genklang("demo", "--no-serve")
        #expect(ended.status == 1)
        #expect(ended.output.contains(name) && !ended.output.contains("var/demo"), "\(ended.output)")
        #expect(workspace.names(in: "var/demo") == ["DEMONSTRATION.txt"])
    }
}
