public import SourceText

extension Bank {
    /// Reads `bank.yml`: `scales` and `items`, as `docs/survey-model.md` describes.
    ///
    /// - Throws: everything that is wrong: an unknown or missing key, a missing translation, a scale that does not
    ///   exist, a point without label, a name twice. Keys without a certifying agency are ``warnings``.
    public init(yaml: String, file: String) throws(Diagnostics) {
        var diagnostics = Diagnostics()
        let root = try StrictYAML.parse(yaml, file: file)
        guard var record = YAMLRecord(root, into: &diagnostics) else { throw diagnostics }
        let scaleRecords = record.records("scales")
        let itemRecords = record.records("items")
        record.finish(&diagnostics)

        var scales: [Scale] = []
        for scale in scaleRecords {
            var reader = ScaleReader(scale, known: scales)
            if let read = reader.scale(&diagnostics) { scales.append(read) }
        }
        var items: [Item] = []
        var places: [ItemName: YAMLNode] = [:]
        for item in itemRecords {
            var reader = ItemReader(item, scales: scales)
            guard let read = reader.item(&diagnostics) else { continue }
            if let first = places[read.name] {
                diagnostics.add(
                    item.node.error(
                        "The item \(read.name) stands on line \(first.line) too.", advice: "Give each its own name."))
            }
            places[read.name] = item.node
            items.append(read)
        }
        for item in items {
            guard let earlier = item.looksBackOn, places[earlier] == nil, let node = places[item.name] else { continue }
            diagnostics.add(
                node.error(
                    "\(item.name) looks back on \(earlier), which is not in the bank.",
                    advice: Spelling.advice(for: earlier.rawValue, known: items.map(\.name.rawValue))))
        }
        try diagnostics.throwIfErrors()
        self.init(scales: scales, items: items, places: places, warnings: diagnostics.items)
    }
}
