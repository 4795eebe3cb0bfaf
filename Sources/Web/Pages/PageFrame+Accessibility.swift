import Wording

extension PageFrame {
    /// The accessibility statement of lag (2018:1937). Claims no more than has been looked at.
    func accessibility(_ configuration: WebConfiguration, language: Language) -> HTML {
        let title = LocalizedText("Tillgänglighet", "Accessibility")[language]
        let contact = configuration.boards.first.map(contact) ?? ""
        let body: HTML
        switch language {
        case .swedish:
            body = """
                <p>Länsstyrelserna vill att alla ska kunna läsa och svara. Den här redogörelsen gäller enkäterna, \
                rapporten och sidorna runt dem, enligt lagen (2018:1937) om tillgänglighet till digital offentlig \
                service.</p>
                <h2>Hur sidorna är gjorda</h2>
                <p>Målet är nivå AA i WCAG 2.1 (EN 301 549). Sidorna fungerar utan skript, med bara tangentbord, med \
                skärmläsare, på små skärmar och vid 400 procents förstoring, och följer inställningar för mörkt \
                läge, hög kontrast och mindre rörelse. Varje diagram har en tabell med samma siffror.</p>
                <h2>Hur det har prövats</h2>
                <p>Vi har prövat sidorna själva. Ingen utomstående har granskat dem ännu, och därför kan vi inte \
                lova att de följer alla krav.</p>
                <h2>Säg till om något inte fungerar</h2>
                <p>Hör av dig om du hittar ett hinder, eller om du vill svara på ett annat sätt, till exempel på \
                papper eller per telefon: \(contact).</p>
                <p>Är du inte nöjd med svaret kan du anmäla det till myndigheten som har tillsyn över lagen.</p>
                """
        case .english:
            body = """
                <p>The county administrative boards want everybody to be able to read and answer. This statement is \
                about the surveys, the report and the pages around them, under the Act (2018:1937) on Accessibility \
                of Digital Public Services.</p>
                <h2>How the pages are made</h2>
                <p>The aim is level AA of WCAG 2.1 (EN 301 549). The pages work without script, by keyboard alone, \
                with screen readers, on small screens and at 400 per cent zoom, and follow settings for dark mode, \
                high contrast and reduced motion. Every chart has a table with the same figures.</p>
                <h2>How that has been tried</h2>
                <p>We have tried the pages ourselves. Nobody from outside has examined them yet, so we cannot promise \
                that they meet every requirement.</p>
                <h2>Tell us if something does not work</h2>
                <p>Write or call if you meet an obstacle, or want to answer in another way, for example on paper or by \
                telephone: \(contact).</p>
                <p>If you are not satisfied with the reply you can report it to the authority that supervises the \
                Act.</p>
                """
        }
        return page(title: title, language: language, body: "<h1>\(title)</h1>\n\(body)")
    }
}
