public import Participants
public import Registers

/// Reads whom the addresses of a board mean.
public enum AddressHolderRecords {
    /// All that is not plain of a board's addresses.
    ///
    /// One look at the table of other addresses, and one through the keys of the board's people for those with a number.
    public static func all(board: BoardID, in reader: any SQLReading) throws -> AddressHolders {
        let keys: [String] = try reader.query(
            "SELECT email_key FROM participants WHERE board = $1 AND email_key LIKE '%@%#%'", [.id(board)]
        ).map { row in
            var columns = Columns(row, of: "participants")
            return try columns.text()
        }
        return AddressHolders(sharing: keys, others: try others(board: board, in: reader))
    }

    /// What is known of other addresses alone: enough to tell whom a row of a list meets first, without a walk through
    /// the people.
    public static func ofOtherAddresses(board: BoardID, in reader: any SQLReading) throws -> AddressHolders {
        AddressHolders(sharing: [], others: try others(board: board, in: reader))
    }

    /// The people who have each of the addresses, in the order of ``AddressHolders/emailKeys(of:)``; addresses that
    /// nobody has are left out.
    public static func people(
        at addressKeys: some Collection<String>, _ holders: AddressHolders, board: BoardID, in reader: any SQLReading
    ) throws -> [String: [ParticipantRecord]] {
        let addresses = Set(addressKeys.map(SharedAddress.addressKey)).sorted()
        let keys = addresses.flatMap { address in holders.emailKeys(of: address).map { (address, $0) } }
        let found = try reader.query(
            "\(ParticipantRecords.select) WHERE board = $1 AND email_key = $2",
            each: keys.map { [.id(board), .text($0.1)] })
        var people: [String: [ParticipantRecord]] = [:]
        for ((address, _), rows) in zip(keys, found) {
            guard let person = try rows.first.map(ParticipantRecords.record) else { continue }
            people[address, default: []].append(person)
        }
        return people
    }

    /// Everybody of a board who has an address, in the order of ``AddressHolders/emailKeys(of:)``.
    public static func people(
        at addressKey: String, board: BoardID, in reader: any SQLReading
    ) throws -> [ParticipantRecord] {
        let holders = try all(board: board, in: reader)
        return try people(at: [addressKey], holders, board: board, in: reader).values.first ?? []
    }

    private static func others(board: BoardID, in reader: any SQLReading) throws -> [(emailKey: String, holder: String)]
    {
        try reader.query(
            """
            SELECT participant_addresses.email_key, participants.email_key
            FROM participant_addresses JOIN participants ON participants.id = participant_addresses.participant
            WHERE participant_addresses.board = $1
            """, [.id(board)]
        ).map { row in
            var columns = Columns(row, of: "participant_addresses")
            return (try columns.text(), try columns.text())
        }
    }
}
