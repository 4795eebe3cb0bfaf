import NIOCore
import Testing

@testable import Web

@Suite("What a connection is allowed, and until when")
struct ConnectionStateTests {
    private let limits: WebLimits = {
        var limits = WebLimits()
        limits.bodySize = 100
        return limits
    }()
    private let start = NIODeadline.uptimeNanoseconds(0)

    private func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    @Test("No byte of a head or a body moves its deadline")
    func absolute() {
        var state = ConnectionState(limits: limits, openedAt: start)
        for second in 1..<10 { state.bytesArrived(at: at(Int64(second))) }
        #expect(state.deadline == at(10))
        _ = state.headArrived(declaredSize: nil, closes: false, at: at(9))
        for second in 10..<39 {
            state.bytesArrived(at: at(Int64(second)))
            _ = state.bodyArrived(size: 1)
        }
        #expect(state.deadline == at(39))
        #expect(state.isOver(at: at(39)))
    }

    @Test("While we answer there is no deadline for the peer, and then the idle time")
    func answering() {
        var state = ConnectionState(limits: limits, openedAt: start)
        _ = state.headArrived(declaredSize: 1, closes: false, at: at(1))
        _ = state.bodyArrived(size: 1)
        state.requestEnded()
        #expect(state.deadline == nil)
        #expect(state.responseEnded(at: at(100)) == .keepOpen)
        #expect(state.deadline == at(160))
        state.bytesArrived(at: at(150))
        #expect(state.deadline == at(160))
    }

    @Test("The part that passes the limit is shown to the reader, later ones are not, and then it is closed")
    func overLimit() {
        var state = ConnectionState(limits: limits, openedAt: start)
        _ = state.headArrived(declaredSize: nil, closes: false, at: at(0))
        #expect(state.bodyArrived(size: 100) == .forward)
        #expect(state.wantsMore)
        #expect(state.bodyArrived(size: 1) == .forward)
        #expect(!state.wantsMore)
        #expect(state.bodyArrived(size: 1) == .discard)
        #expect(state.responseEnded(at: at(1)) == .finish)
        #expect(state.deadline == at(3))
        #expect(state.headArrived(declaredSize: nil, closes: false, at: at(1)) == .discard)
    }

    @Test("An early answer leaves the sender its deadline for the rest of the body")
    func early() {
        var state = ConnectionState(limits: limits, openedAt: start)
        _ = state.headArrived(declaredSize: 50, closes: false, at: at(0))
        #expect(state.responseEnded(at: at(1)) == .keepOpen)
        #expect(state.deadline == at(30))
    }

    @Test("What is declared over the limit, asks to be closed or is no HTTP is closed after its answer")
    func closing() {
        for (size, closes) in [(101, false), (1, true)] {
            var state = ConnectionState(limits: limits, openedAt: start)
            _ = state.headArrived(declaredSize: size, closes: closes, at: at(0))
            #expect(state.responseEnded(at: at(0)) == .finish)
        }
        var state = ConnectionState(limits: limits, openedAt: start)
        state.parsingFailed(at: at(5))
        #expect(state.responseEnded(at: at(5)) == .finish)
    }
}
