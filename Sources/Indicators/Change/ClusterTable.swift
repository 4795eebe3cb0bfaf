public import Registers
public import Surveying

/// The paired tables of the people of one organisation at one conference: the smallest group that change is
/// calculated from. Never shown.
public struct ClusterTable: Sendable, Hashable {
    public var conference: ConferenceID
    /// `nil` for all who have no organisation. They count as none in the rule of organisations, and each as a
    /// cluster of their own.
    public var organisation: OrganisationKey?
    public var cells: PairedCells

    public init(conference: ConferenceID, organisation: OrganisationKey?, cells: PairedCells) {
        self.conference = conference
        self.organisation = organisation
        self.cells = cells
    }
}

/// All clusters' tables of one layout. A table of a cluster may be given in several parts.
public struct LayoutTables: Sendable, Hashable {
    public var layout: PairedLayout
    public var clusters: [ClusterTable]

    public init(layout: PairedLayout, clusters: [ClusterTable]) {
        self.layout = layout
        self.clusters = clusters
    }
}
