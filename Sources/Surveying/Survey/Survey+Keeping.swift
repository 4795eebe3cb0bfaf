extension Survey {
    /// Divides answers into those kept under a pseudonym and those kept with the person (needs, offers and consent
    /// to pass on an address).
    public func split(_ answers: AnswerSet) -> (answers: AnswerSet, contact: AnswerSet) {
        guard index.hasContact else { return (answers, AnswerSet()) }
        let isContact = { (entry: AnswerSet.Entry) -> Bool in
            let name = entry.name.rawValue
            guard let place = self.index.position(of: name) ?? self.index.companion(of: name) else { return false }
            return self.index.questions[place].item.keptWith == .contact
        }
        return (
            AnswerSet(answers.entries.filter { !isContact($0) }), AnswerSet(answers.entries.filter(isContact))
        )
    }
}
