import Foundation
public import Indicators
import Participants
public import Registers
public import Storage
public import Surveying

/// Everything that a release is calculated from, read from one snapshot of the store. Never shown as it is.
public struct FigureSources: Sendable {
    public var conferences: [ConferenceRecord] = []
    public var outcomes: [OutcomeTally] = []
    public var tables: [LayoutTables] = []
    public var replies: [RosterReply] = []
    /// Of every organisation that came to a conference or is among those to be consulted.
    public var sectors: [OrganisationKey: Sector] = [:]
    /// Municipalities and county councils that came, of those in the frame.
    public var coverage: [Coverage] = []

    /// - Parameters:
    ///   - rosterItems: the items whose answers are organisations of a roster (D1, R1, R2).
    ///   - keys: of the conferences whose answers can still be held together with the letters.
    /// - Throws: ``ReleasingError/unreadable(_:)`` for a table or layout that this genklang does not know, and what
    ///   the store throws.
    public static func read(
        _ scope: Scope, frame: Frame, rosterItems: [ItemName], keys: [ConferenceID: PseudonymKey] = [:],
        in reader: any SQLReading
    ) throws -> FigureSources {
        var sources = FigureSources()
        sources.conferences = try ConferenceRecords.list(scope, in: reader)
        let guests = try sources.conferences.map { try ConferenceGuests($0, scope, in: reader) }
        let ids = Set(sources.conferences.map(\.id))
        var responses = ResponsePass(conferences: ids, items: rosterItems, frame: frame)
        try responses.read(in: reader)
        sources.replies = responses.replies
        sources.outcomes = try ResponseOutcomes.read(
            guests, responses: responses.people, keys: keys, frame: frame, scope, in: reader)
        sources.tables = try PairingRecords.layouts(in: reader).map {
            try tables(of: $0, conferences: ids, in: reader)
        }
        sources.sectors = sectors(of: guests, frame)
        sources.coverage = coverage(of: guests, frame)
        return sources
    }

    private static func tables(
        of record: PairedLayoutRecord, conferences: Set<ConferenceID>, in reader: any SQLReading
    ) throws -> LayoutTables {
        guard let layout = try? JSONDecoder().decode(PairedLayout.self, from: Data(record.definition.utf8)) else {
            throw ReleasingError.unreadable("the layout \(record.id)")
        }
        let tables = try PairedTableRecords.list(
            layout: record.id, prefix: TableBreakdown.clustersPrefix, in: reader)
        return LayoutTables(
            layout: layout,
            clusters: try tables.compactMap { table -> ClusterTable? in
                guard case .cluster(let conference, let organisation) = table.breakdown,
                    conferences.contains(conference)
                else { return nil }
                do {
                    return ClusterTable(
                        conference: conference, organisation: organisation,
                        cells: try PairedCells(decoding: table.cells))
                } catch {
                    throw ReleasingError.unreadable("the paired table \(table.breakdown.key) of \(record.id)")
                }
            })
    }

    private static func sectors(of guests: [ConferenceGuests], _ frame: Frame) -> [OrganisationKey: Sector] {
        var sectors: [OrganisationKey: Sector] = [:]
        for guest in guests.flatMap(\.people) {
            guard let key = guest.organisation else { continue }
            sectors[key] = frame.sector(of: frame.type(of: key) ?? guest.organisationType)
        }
        for body in frame.consultedBodies { sectors[.agency(body.id)] = frame.sector(of: body.type) }
        return sectors
    }

    private static func coverage(of guests: [ConferenceGuests], _ frame: Frame) -> [Coverage] {
        let present = Set(
            guests.flatMap { guests in guests.people.filter { guests.isAsked($0, in: .after) } }
                .compactMap(\.organisation))
        let basis = basis(of: guests.filter { !$0.people.isEmpty })
        let coverage = FrameCoverage(frame, represented: present)
        return [(Coverage.municipalities, coverage.municipalities), (Coverage.councils, coverage.councils)].map {
            Coverage(label: $0, present: $1.represented, inFrame: $1.total, basis: basis)
        }
    }

    private static func basis(of guests: [ConferenceGuests]) -> Coverage.Basis {
        if guests.allSatisfy(\.hasAttendance) { return .attended }
        return guests.contains(where: \.hasAttendance) ? .both : .registered
    }
}
