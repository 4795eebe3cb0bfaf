import Synchronization

/// Lets so many in at a time and turns the rest away.
final class Turnstile: Sendable {
    private let places: Int
    private let inside = Mutex(0)

    init(places: Int) {
        self.places = places
    }

    /// Whether there was a place; whoever got one leaves it with ``leave()``.
    func enter() -> Bool {
        inside.withLock { inside in
            guard inside < places else { return false }
            inside += 1
            return true
        }
    }

    func leave() {
        inside.withLock { $0 -= 1 }
    }
}
