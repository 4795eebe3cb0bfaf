public import Indicators
public import Wording

/// What every page and file made from simulated data says: of a demonstration that nobody has answered, and of a
/// workspace with a simulated fact left that its figures are not to be used yet.
public enum SimulatedNotice {
    public static let heading = LocalizedText("SIMULERADE UPPGIFTER", "SIMULATED DATA")
    public static let tag = LocalizedText("Simulerade uppgifter", "Simulated data")
    static let demonstration = LocalizedText(
        "Ingen människa har svarat. Siffrorna är påhittade för att visa hur rapporten ser ut och säger ingenting om "
            + "de verkliga konferenserna.",
        "No human being has answered. The figures are made up to show what the report looks like and say nothing "
            + "about the real conferences.")
    static let workspace = LocalizedText(
        "Uppgifter i arbetsmappens genklang.yml är simulerade. Använd inte siffrorna i en rapport förrän de är ersatta "
            + "med verkliga uppgifter och siffrorna är fastställda på nytt.",
        "Facts in the workspace's genklang.yml are simulated. Do not use the figures in a report until those are "
            + "replaced by real facts and the figures are frozen anew.")
    /// What the name of such a file begins with.
    public static let filePrefix = LocalizedText("simulerat-", "simulated-")

    public static func explanation(of release: Release) -> LocalizedText {
        explanation(isDemonstration: release.isDemonstration == true)
    }

    private static func explanation(isDemonstration: Bool) -> LocalizedText {
        isDemonstration ? demonstration : workspace
    }

    /// Heading and explanation; `nil` where nothing is simulated.
    public static func text(of release: Release) -> LocalizedText? {
        release.isSimulated ? text(isDemonstration: release.isDemonstration == true) : nil
    }

    /// Heading and explanation for what is made of a workspace with simulated data.
    public static func text(isDemonstration: Bool) -> LocalizedText {
        let explanation = explanation(isDemonstration: isDemonstration)
        return LocalizedText(
            "\(heading.swedish). \(explanation.swedish)", "\(heading.english). \(explanation.english)")
    }
}
