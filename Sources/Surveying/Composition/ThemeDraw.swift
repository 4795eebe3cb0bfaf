internal import Crypto
public import Registers

/// Draws the theme that is asked for comparison within the person: one that is *not* on the conference's programme.
public enum ThemeDraw {
    /// Every seminar theme off the programme is as likely as any other (to within 2⁻⁶⁰), and the same seed draws the
    /// same theme, so that before and after ask alike.
    ///
    /// - Parameter seed: any text that is recorded with the survey, such as the conference's id.
    /// - Returns: `nil` where the programme is not known, or has every seminar theme.
    public static func theme(offThe programme: [ThemeID]?, of themes: [Theme], seed: String) -> ThemeID? {
        guard let programme else { return nil }
        let others = themes.filter { $0.kind == .seminar && !programme.contains($0.id) }.map(\.id).sorted()
        guard !others.isEmpty else { return nil }
        let number = SHA256.hash(data: Array("theme \(seed)".utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return others[Int(number % UInt64(others.count))]
    }
}
