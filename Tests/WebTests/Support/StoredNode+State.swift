import Storage

extension StoredNode {
    func state() async throws -> String? {
        try await store.read { try $0.query("SELECT state FROM responses", []).first?.text(0) }
    }
}
