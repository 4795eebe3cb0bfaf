public import Wording

/// What every page and file made from simulated data says.
public enum SimulatedNotice {
    public static let heading = LocalizedText("SIMULERADE UPPGIFTER", "SIMULATED DATA")
    public static let tag = LocalizedText("Simulerade uppgifter", "Simulated data")
    public static let explanation = LocalizedText(
        "Ingen människa har svarat. Siffrorna är påhittade för att visa hur rapporten ser ut och säger ingenting om "
            + "de verkliga konferenserna.",
        "No human being has answered. The figures are made up to show what the report looks like and say nothing "
            + "about the real conferences.")
    /// What the name of such a file begins with.
    public static let filePrefix = LocalizedText("simulerat-", "simulated-")

    public static var text: LocalizedText {
        LocalizedText(
            "\(heading.swedish). \(explanation.swedish)", "\(heading.english). \(explanation.english)")
    }
}
