internal import ResyDomain
internal import ResyNative

/// Something a person may start by a command of their client: what is then said in their name.
struct Prompt: Sendable {
    struct Argument: Sendable {
        let name: String
        let description: String
    }

    let name: String
    let title: String
    let description: String
    let arguments: [Argument]
    /// `given`: what was filled in, by name; none is needed.
    let words: @Sendable (_ given: [String: String], _ desk: Desk) -> String

    static let all: [Prompt] = [.planAnEvening, .myReservations]

    /// Longer is no place, day or number of people.
    static let longestValue = 200

    var definition: JSON {
        [
            "name": .string(name), "title": .string(title), "description": .string(description),
            "arguments": .array(
                arguments.map {
                    ["name": .string($0.name), "description": .string($0.description), "required": false]
                }),
        ]
    }

    /// The answer to `prompts/get`.
    static func get(_ params: JSON, at desk: Desk) throws(RPCError) -> [(String, JSON)] {
        guard let name = try? params.optional("name")?.string else {
            throw .invalidParams("prompts/get needs the prompt's name, a string")
        }
        guard let prompt = all.first(where: { $0.name == name }) else {
            let names = all.map(\.name).joined(separator: ", ")
            throw .invalidParams("Unknown prompt: \(RPCError.quoted(name)). Prompts: \(names)")
        }
        let text = prompt.words(try prompt.read(params.member("arguments") ?? .null), desk)
        return [
            ("description", .string(prompt.description)),
            ("messages", [["role": "user", "content": ["type": "text", "text": .string(text)]]]),
        ]
    }

    private func read(_ given: JSON) throws(RPCError) -> [String: String] {
        guard let values = given.asMembers else { throw .invalidParams("arguments must be an object") }
        var read: [String: String] = [:]
        for (key, value) in values.members {
            guard arguments.contains(where: { $0.name == key }) else {
                let names = arguments.map(\.name).joined(separator: ", ")
                throw .invalidParams(
                    "Unknown argument \(RPCError.quoted(key)). "
                        + (names.isEmpty ? "\(name) takes none." : "Arguments: \(names)"))
            }
            guard let text = value.kind == .integer ? try? value.text : try? value.words else {
                if value.kind == .null { continue }
                throw .invalidParams("\(key) must be a string")
            }
            guard text.unicodeScalars.count <= Self.longestValue else {
                throw .invalidParams("\(key) is longer than \(Self.longestValue) characters")
            }
            if !Unset.isOptional(text) { read[key] = CleanText.line(text) }
        }
        return read
    }
}
