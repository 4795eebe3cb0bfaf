import Chronology
import Wording

extension PageFrame {
    /// How personal data is handled, from the workspace's facts. Promises no secrecy: what an authority receives
    /// is normally a public record.
    func privacy(_ configuration: WebConfiguration, language: Language) -> HTML {
        let format = LocalizedFormat(language)
        let facts = configuration.privacy
        let removed = format.date(facts.linkRemovedOn)
        let title = LocalizedText("Så behandlas dina personuppgifter", "How your personal data is handled")[language]
        let owners = configuration.boards.map { owner($0, language: language) }.joined(separator: "\n")
        let body: HTML
        switch language {
        case .swedish:
            body = """
                <h2>Varför vi har dina uppgifter</h2>
                <p>Länsstyrelserna ordnar konferenser om mottagande av asylsökande och nyanlända och om nyanländas \
                etablering. Vi använder dina kontaktuppgifter för att skicka inbjudningar, praktisk information och \
                enkäter, och dina svar för att planera och följa upp konferenserna. Den rättsliga grunden är allmänt \
                intresse, artikel 6.1 e i dataskyddsförordningen. Det är frivilligt att svara på enkäterna.</p>
                <h2>Svaren är allmän handling</h2>
                <p>Det du skickar till en länsstyrelse blir normalt allmän handling och kan begäras ut. Vi kan \
                därför inte lova sekretess. <strong>Skriv inget om enskilda personer.</strong></p>
                <h2>Hur svaren redovisas</h2>
                <p>Vi redovisar bara grupper om minst \(facts.smallestGroup) personer. Svaren sparas under \
                pseudonym, så att svar från samma person före och efter konferensen kan jämföras. Det du skriver om \
                vad ni behöver hjälp med och kan dela med er av sparas tillsammans med dina kontaktuppgifter. Det \
                står vid de frågorna.</p>
                <h2>Hur länge</h2>
                <p>Kopplingen mellan namn och svar tas bort den \(removed), enligt beslut \
                \(facts.retentionDecision).</p>
                <h2>Dina rättigheter</h2>
                <p>Du kan begära att få veta vilka uppgifter vi har om dig, få dem rättade eller raderade, få \
                behandlingen begränsad och invända mot den. Vänd dig till länsstyrelsen eller dess dataskyddsombud \
                nedan. Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten.</p>
                <h2>Kakor och spårning</h2>
                <p>De här sidorna använder inga kakor, inga skript och inget från andra webbplatser.</p>
                <h2>Personuppgiftsansvarig</h2>
                \(owners)
                """
        case .english:
            body = """
                <h2>Why we have your data</h2>
                <p>The county administrative boards arrange conferences on the reception of asylum seekers and newly \
                arrived people and on their establishment. We use your contact details to send invitations, practical \
                information and surveys, and your answers to plan and follow up the conferences. The legal basis is \
                public interest, article 6.1 e of the General Data Protection Regulation. Answering is \
                voluntary.</p>
                <h2>Answers are public records</h2>
                <p>What you send to a county administrative board normally becomes a public record and can be \
                requested by anyone. So we cannot promise secrecy. <strong>Write nothing about individuals.</strong></p>
                <h2>How answers are reported</h2>
                <p>We report only groups of at least \(facts.smallestGroup) people. Answers are kept under a \
                pseudonym, so that answers by the same person before and after the conference can be compared. What \
                you write about what you need help with and what you can share is kept with your contact details. \
                The questions say so.</p>
                <h2>How long</h2>
                <p>The link between name and answers is removed on \(removed), under decision \
                \(facts.retentionDecision).</p>
                <h2>Your rights</h2>
                <p>You can ask what data we have about you, have it corrected or erased, have its use restricted, and \
                object to it. Turn to the board or its data protection officer below. If you are not satisfied you \
                can complain to the Swedish Authority for Privacy Protection.</p>
                <h2>Cookies and tracking</h2>
                <p>These pages use no cookies, no scripts and nothing from other sites.</p>
                <h2>Controller</h2>
                \(owners)
                """
        }
        let calendar: HTML? =
            isDemonstration
            ? """
            <p><strong>\(LocalizedText(
                "Det här är en demonstration. Texterna följer dagens lag, fast kalendern visar 2016.",
                "This is a demonstration. Its texts follow the law of today, though the calendar shows 2016."
            )[language])</strong></p>\n
            """ : nil
        return page(title: title, language: language, body: "<h1>\(title)</h1>\n\(calendar)\(body)")
    }

    private func owner(_ facts: BoardFacts, language: Language) -> HTML {
        """
        <section class="owner"><h3>\(facts.name(in: language))</h3>
        <dl class="facts">
        <dt>\(language == .swedish ? "Kontakt" : "Contact")</dt><dd>\(contact(facts))</dd>
        <dt>\(language == .swedish ? "Dataskyddsombud" : "Data protection officer")</dt>\
        <dd><a href="mailto:\(facts.dataProtectionOfficer)">\(facts.dataProtectionOfficer)</a></dd>
        <dt>\(language == .swedish ? "Diarienummer" : "Case number")</dt><dd>\(facts.caseNumber)</dd>
        </dl></section>
        """
    }

    /// Name, address and telephone, as links where they can be.
    func contact(_ facts: BoardFacts) -> HTML {
        let phone: HTML? = facts.contactPhone.map { number in
            ", <a href=\"tel:\(number.filter { $0.isNumber || $0 == "+" })\">\(number)</a>"
        }
        return "\(facts.contactName), <a href=\"mailto:\(facts.contactEmail)\">\(facts.contactEmail)</a>\(phone)"
    }
}
