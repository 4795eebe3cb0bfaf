import Crypto
import Dispatch
import Foundation
public import Registers
public import Storage
import Synchronization
public import Wording

/// The keys under which people become pseudonyms: one a conference, in files outside the store and its backups.
///
/// A key is 32 random bytes in `FOLDER/CONFERENCE.key`, made with the conference's first answer, readable by its
/// owner alone. The store keeps a fingerprint of it, so that a lost or exchanged file is noticed before an answer
/// is stored that can never be paired.
public final class PseudonymKeys: Sendable {
    private let folder: String
    private let keys = Mutex<[ConferenceID: PseudonymKey]>([:])

    public init(folder: String) {
        self.folder = folder
    }

    /// The key of a conference, made if the conference has none yet.
    ///
    /// - Throws: ``PseudonymKeyError``, or what the store throws.
    public func key(of conference: ConferenceID, store: any StorageDriver) async throws -> PseudonymKey {
        if let key = keys.withLock({ $0[conference] }) { return key }
        let name = "pseudonym-key:\(conference)"
        let known = try await store.read { try MetaRecords.value(name, in: $0) }
        let key = try await file(of: conference, mayMake: known == nil)
        if let known {
            guard known == key.fingerprint else { throw PseudonymKeyError.exchanged(path(of: conference)) }
        } else {
            try await store.write { writer in
                // Another process may have come first; then its file is the one we read.
                guard try MetaRecords.value(name, in: writer) == nil else { return }
                try MetaRecords.put(name, key.fingerprint, in: writer)
            }
        }
        keys.withLock { $0[conference] = key }
        return key
    }

    /// The key of a conference that has one: `nil` before its first answer and after the key has been destroyed.
    ///
    /// - Throws: as ``key(of:store:)``, for a file that is there and is not the right one.
    public func existingKey(of conference: ConferenceID, store: any StorageDriver) async throws -> PseudonymKey? {
        let name = "pseudonym-key:\(conference)"
        guard FileManager.default.fileExists(atPath: path(of: conference)),
            try await store.read({ try MetaRecords.value(name, in: $0) }) != nil
        else { return nil }
        return try await key(of: conference, store: store)
    }

    private func path(of conference: ConferenceID) -> String { "\(folder)/\(conference).key" }

    private func file(of conference: ConferenceID, mayMake: Bool) async throws -> PseudonymKey {
        let file = SecretFile(path: path(of: conference))
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { PseudonymKey(try file.bytes(mayMake: mayMake)) })
            }
        }
    }
}

/// What turns a person into a pseudonym at one conference.
public struct PseudonymKey: Sendable {
    private let key: SymmetricKey

    init(_ bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    /// The first 16 bytes of HMAC-SHA256(key, participant); 128 bits are far beyond any coincidence.
    public func pseudonym(of participant: some TextIdentifier) -> Pseudonym {
        Pseudonym(bytes: authenticated("participant:", participant.rawValue))
    }

    /// What links a response to what its person's contact keeps of it.
    public func contactKey(of response: ResponseKey) -> [UInt8] {
        authenticated("contact:\(response.source.utf8.count):", response.source + response.id)
    }

    /// Says whether a key is the same, and nothing about it.
    var fingerprint: String {
        authenticated("fingerprint", "").map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func authenticated(_ purpose: String, _ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array((purpose + text).utf8), using: key).prefix(16))
    }
}

/// Why answers of a conference cannot be given pseudonyms.
public enum PseudonymKeyError: Error, Sendable, Hashable {
    case unwritable(String)
    case unreadable(String)
    case damaged(String)
    /// The store has answers under another key than the file holds.
    case exchanged(String)
}

extension PseudonymKeyError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .unwritable(let path):
            LocalizedText(
                "\(path) kan inte skrivas. Ge den här användaren mappen, och gör plats på disken.",
                "\(path) cannot be written. Give this user the folder, and make room on the disk.")
        case .unreadable(let path):
            LocalizedText(
                "\(path) finns inte eller kan inte läsas, och svar eller raderade adresser finns under nyckeln. Hämta tillbaka den därifrån nycklar förvaras.",
                "\(path) is not there or cannot be read, and answers or erased addresses stand under it. Bring it back from where keys are kept."
            )
        case .damaged(let path):
            LocalizedText(
                "\(path) innehåller ingen nyckel på 32 byte. Hämta tillbaka den därifrån nycklar förvaras.",
                "\(path) does not hold a key of 32 bytes. Bring it back from where keys are kept.")
        case .exchanged(let path):
            LocalizedText(
                "\(path) är inte nyckeln som svaren eller de raderade adresserna finns under. Hämta tillbaka den rätta därifrån nycklar förvaras.",
                "\(path) is not the key under which the answers or erased addresses stand. Bring the right one back from where keys are kept."
            )
        }
    }
}
