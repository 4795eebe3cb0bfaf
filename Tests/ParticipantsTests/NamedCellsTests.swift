import Participants
import Testing

@Suite("Records that speak of somebody by name")
struct NamedCellsTests {
    private static let whole = ["Namn", "E-post", "Organisation"]
    private static let parts = ["Förnamn", "Efternamn", "E-post", "Organisation"]

    @Test(
        "The full name is found in either order and case, with more beside it, and mis-decoded",
        arguments: [
            (["Åsa Ek", "", ""], whole), (["EK, ÅSA", "", ""], whole), (["Asa Maria Ek", "", ""], whole),
            (["Ã…sa Ek", "", ""], whole), (["", "Åsa Ek (ej angiven)", ""], whole),
            (["x", "", "Åsa Ek AB", "1"], whole),
            (["Åsa", "Ek", "", ""], parts), (["Åsa Maria", "Ek", "", ""], parts), (["1", "Åsa", "Ek", "", ""], parts),
        ])
    func holds(cells: [String], headings: [String]) {
        #expect(NamedCells.hold("Åsa Ek", cells, headings: headings))
    }

    @Test(
        "Another name, a part of it and words in cells apart are not the name",
        arguments: [
            ("Åsa Ek", ["Åsa Eklund", "", ""], whole), ("Åsa Ek", ["Åsa", "", ""], whole),
            ("Åsa Ek", ["Åsa Berg", "Ek kommun", ""], whole), ("Åsa Ek", ["Åsa", "Berg", "", "Ek kommun"], parts),
            ("Åsa Maria Ek", ["Åsa Ek", "", ""], whole), ("Åsa", ["Åsa", "", ""], whole), ("", ["", "", ""], whole),
        ])
    func holdsNot(name: String, cells: [String], headings: [String]) {
        #expect(!NamedCells.hold(name, cells, headings: headings))
    }
}
