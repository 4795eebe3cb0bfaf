import Foundation
import FuzzedReaders
import Participants
import Registers

/// What libFuzzer calls. `GENKLANG_FUZZED` names the reader: `lists`, `archives` or `parts`.
private let reader = FuzzedReader(rawValue: ProcessInfo.processInfo.environment["GENKLANG_FUZZED"] ?? "") ?? .lists

private let importer: ParticipantImport = {
    let registers = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds/registers")
    let texts = Frame.fileNames.compactMap { name in
        try? String(contentsOf: registers.appending(path: name), encoding: .utf8)
    }
    guard let frame = try? Frame(files: Dictionary(zip(Frame.fileNames, texts)) { first, _ in first }) else {
        fatalError("the registers of the repository cannot be read")
    }
    return ParticipantImport(frame: frame)
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // A trap, so that libFuzzer keeps the input.
    if let promise = reader.brokenPromise(by: bytes, importer) { fatalError("broken: \(promise)") }
    return 0
}
