public import Chronology
public import Mailing
import Registers
public import Storage
import Surveying
import Wording

/// Sends waves of letters: freezes the recipients, writes each intent before the letter leaves and each outcome
/// after it, and never repeats by itself what may have arrived.
public struct Sending: Sendable {
    let store: any StorageDriver
    let mailings: MailingSet
    let transport: any LetterTransport
    let time: any TimeSource
    let markdown: @Sendable (String) -> String
    let options: Options

    /// What a run needs beside the letters.
    public struct Options: Sendable {
        /// The folder of keys, outside the store and its backups.
        public var keyFolder: String
        /// Where locks between processes lie.
        public var lockFolder: String
        /// How long after its time a wave is still sent without being confirmed, in seconds.
        public var greatestDelayInSeconds: Int64
        /// A person has confirmed that a wave whose time is long past goes out all the same.
        public var isDelayConfirmed: Bool

        public init(
            keyFolder: String, lockFolder: String, greatestDelayInSeconds: Int64 = 3 * 86_400,
            isDelayConfirmed: Bool = false
        ) {
            self.keyFolder = keyFolder
            self.lockFolder = lockFolder
            self.greatestDelayInSeconds = greatestDelayInSeconds
            self.isDelayConfirmed = isDelayConfirmed
        }
    }

    /// - Parameter markdown: CommonMark to HTML, raw HTML left out.
    public init(
        store: any StorageDriver, mailings: MailingSet, transport: any LetterTransport, time: any TimeSource,
        options: Options, markdown: @escaping @Sendable (String) -> String
    ) {
        self.store = store
        self.mailings = mailings
        self.transport = transport
        self.time = time
        self.options = options
        self.markdown = markdown
    }

    /// Sends a wave to a conference, or goes on with one that was begun, until no letter is due.
    ///
    /// The first run freezes the recipients, unless the wave's time is not yet here or has passed. A letter that an earlier process left between intent and outcome
    /// becomes uncertain and is not sent. A letter that the relay asked to wait with stays queued; call again at
    /// ``SendingReport/nextAttemptAt``. When the task is cancelled no new letter is begun, and those in flight are
    /// recorded.
    /// - Parameters:
    ///   - list: freezes those of the audience alone who stand in it.
    ///   - progress: told after each batch how many of the recipients are done.
    /// - Throws: ``SendingError``, ``PseudonymKeyError``, ``Storage/StorageError``.
    public func send(
        _ name: LetterWaveName, to context: LetterContext, among list: ChosenRecipients? = nil,
        progress: @escaping @Sendable (_ done: Int, _ recipients: Int) -> Void = { _, _ in }
    ) async throws -> SendingReport {
        let wave = try self.wave(name)
        let conference = context.conference.id
        let lock = try WaveLock(folder: options.lockFolder, conference: conference, wave: name)
        guard let lock else { throw SendingError.sentByAnother(name, conference) }
        defer { withExtendedLifetime(lock) {} }

        let now = time.now()
        let sendAt = wave.sendOn.instant(for: context.conference.date)
        guard now >= sendAt else { throw SendingError.tooEarly(until: sendAt) }
        let secrets = try await Secrets(wave, conference, self)
        let record = try await freeze(wave, context, list, secrets)
        let composer = LetterComposer(
            wave: wave, footer: mailings.footer, sender: context.sender, markdown: markdown)
        let values = try await sharedValues(wave, context)
        let run = WaveRun(
            sending: self, wave: wave, record: record, context: context, composer: composer, values: values,
            secrets: secrets)
        return try await run.run(progress: progress)
    }

    func wave(_ name: LetterWaveName) throws(SendingError) -> LetterWave {
        guard let wave = mailings.waves[name] else {
            throw .unknownWave(name, known: mailings.waves.keys.sorted())
        }
        return wave
    }

    /// What every letter of the wave says, whoever it goes to.
    func sharedValues(_ wave: LetterWave, _ context: LetterContext) async throws -> LocalizedValues {
        var values = context.values.merging(wave.values(for: context.conference.date))
        if let survey = wave.survey {
            let id = SurveyID(conference: context.conference.id, wave: survey)
            guard let record = try await store.read({ try SurveyRecords.find(id, .node, in: $0) }) else {
                throw SendingError.noSurvey(id)
            }
            try values.set(
                .surveyCloses,
                LocalizedText(
                    LocalizedFormat(.swedish).dateAndTime(record.closesAt),
                    LocalizedFormat(.english).dateAndTime(record.closesAt)))
        }
        return values
    }
}

/// What a wave's letters need that lies outside the store.
struct Secrets: Sendable {
    /// Where the letters carry a personal link.
    let tokens: InvitationTokens?
    /// Where it must be known who has answered.
    let pseudonyms: PseudonymKey?

    init(_ wave: LetterWave, _ conference: ConferenceID, _ sending: Sending) async throws {
        let folder = sending.options.keyFolder
        tokens = wave.survey == nil ? nil : try await InvitationTokens.open(folder: folder, conference: conference)
        pseudonyms =
            wave.audience == .unanswered
            ? try await PseudonymKeys(folder: folder).key(of: conference, store: sending.store) : nil
    }
}
