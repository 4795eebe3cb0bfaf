/// JSON to be written. Keys keep their order.
public indirect enum JSONTree: Sendable {
    case object([(key: String, value: JSONTree)])
    case array([JSONTree])
    case text(String)
    case integer(Int64)
    case boolean(Bool)

    /// Indented by two, with a line break at the end.
    public var pretty: String {
        var result = ""
        write(to: &result, indentation: 0)
        return result + "\n"
    }

    private func write(to result: inout String, indentation: Int) {
        let inner = "\n" + String(repeating: " ", count: indentation + 2)
        let outer = "\n" + String(repeating: " ", count: indentation)
        switch self {
        case .text(let text): JSONText.append(text, to: &result)
        case .integer(let integer): result += String(integer)
        case .boolean(let boolean): result += boolean ? "true" : "false"
        case .array(let items):
            if items.isEmpty { return result += "[]" }
            result += "["
            for (place, item) in items.enumerated() {
                result += (place == 0 ? "" : ",") + inner
                item.write(to: &result, indentation: indentation + 2)
            }
            result += outer + "]"
        case .object(let members):
            if members.isEmpty { return result += "{}" }
            result += "{"
            for (place, member) in members.enumerated() {
                result += (place == 0 ? "" : ",") + inner
                JSONText.append(member.key, to: &result)
                result += ": "
                member.value.write(to: &result, indentation: indentation + 2)
            }
            result += outer + "}"
        }
    }
}
