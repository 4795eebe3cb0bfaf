extension LetterOutcome {
    /// Whether the address is not there, as the relay says with an enhanced status of 5.1.x, "addressing" (RFC 3463,
    /// section 3.2). A refusal for other reasons, such as policy, says nothing of the address.
    var isBounce: Bool {
        guard case .refused(let code?, let reply) = self, (500...599).contains(code) else { return false }
        return reply.contains(/(^|\s)5\.1\.\d{1,3}(\s|$)/)
    }
}
