import Foundation
import Mailing
import Registers

/// Held by the one process that sends a conference's wave. The system lets go of it when the process ends,
/// however it ends.
final class WaveLock: Sendable {
    private let descriptor: Int32

    /// `nil` where another process sends the wave, or this one does elsewhere.
    init?(folder: String, conference: ConferenceID, wave: LetterWaveName) throws(SendingError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .lockFolder(folder)
        }
        let path = "\(folder)/letters-\(conference)-\(wave).lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .lockFolder(folder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
