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
        state.requestEnded(at: at(1))
        #expect(state.deadline == nil)
        state.responseBegan(at: at(100))
        #expect(state.responseEnded(at: at(100)) == .keepOpen)
        state.responseTaken(at: at(100))
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
        state.requestEnded(at: at(20))
        #expect(state.deadline == at(80), "the body came after the answer: idle from here")
        state.bytesArrived(at: at(70))
        #expect(state.deadline == at(80), "a new head")
    }

    @Test("An answer that the peer does not take has a deadline, and each answer that is taken gives the next one time")
    func untaken() {
        var limits = limits
        limits.answerDeadline = .seconds(20)
        var state = ConnectionState(limits: limits, openedAt: start)
        for _ in 0..<2 {
            _ = state.headArrived(declaredSize: nil, closes: false, at: at(1))
            state.requestEnded(at: at(1))
        }
        state.responseBegan(at: at(2))
        _ = state.responseEnded(at: at(2))
        #expect(state.deadline == at(22))
        state.responseBegan(at: at(3))
        #expect(state.deadline == at(22))
        state.responseTaken(at: at(10))
        #expect(state.deadline == at(30))
        _ = state.responseEnded(at: at(11))
        state.responseTaken(at: at(12))
        #expect(state.deadline == at(71), "idle from the end of the last answer")
    }

    @Test("Who asked to close has time to read the answer; who passed a limit has two seconds")
    func linger() {
        for (size, closes, second) in [(1, true, 65), (101, true, 7), (101, false, 7)] as [(Int, Bool, Int64)] {
            var state = ConnectionState(limits: limits, openedAt: start)
            _ = state.headArrived(declaredSize: size, closes: closes, at: at(5))
            #expect(state.responseEnded(at: at(5)) == .finish)
            #expect(state.deadline == at(second))
        }
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
