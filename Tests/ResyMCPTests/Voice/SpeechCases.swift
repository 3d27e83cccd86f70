@testable import ResyDomain
import Foundation

/// The cases of all enums that facts are made of, as their source has them.
enum SpeechCases {
    /// `SignInFinding.wrongPassword`, `ProgramFinding.Overdue.read`.
    static func all() throws -> Set<String> {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../Sources"
        ).standardizedFileURL
        let files = (FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects ?? [])
            .compactMap { $0 as? URL }
        var found: Set<String> = []
        var empty: Set<String> = []
        for file in files
        where file.pathExtension == "swift"
            && ["Speech", "Failure"].contains(file.deletingLastPathComponent().lastPathComponent)
        {
            let source = try String(contentsOf: file, encoding: .utf8)
            found.formUnion(cases(in: source))
            empty.formUnion(source.matches(of: /enum (\w+)[^{]*\{\s*\}/).map { String($0.1) })
        }
        // Of a group without a case there is no example: `Finding.deed(DeedFinding)`.
        return found.filter { name in
            let parts = name.split(separator: ".").map(String.init)
            return !empty.contains((parts.last ?? "").capitalized + (parts.first ?? ""))
        }
    }

    static func cases(in source: String) -> Set<String> {
        var found: Set<String> = []
        var types: [(name: String, depth: Int, isEnum: Bool)] = []
        var depth = 0
        for line in source.split(separator: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("//") { continue }
            var rest = text[...]
            if let match = text.firstMatch(of: /(enum|struct|extension) ([A-Za-z.]+)/), !text.hasPrefix("case ") {
                types.append((String(match.2), depth, match.1 == "enum"))
                rest = text[match.range.upperBound...].drop { $0 != "{" }.dropFirst()
                if text.hasSuffix("}") {
                    found.formUnion(names(in: rest, of: types))
                    types.removeLast()
                    continue
                }
                depth += 1
                continue
            }
            if let type = types.last, type.isEnum, depth == type.depth + 1 {
                found.formUnion(names(in: rest, of: types))
            }
            depth += text.count { $0 == "{" } - text.count { $0 == "}" }
            while let last = types.last, depth <= last.depth { types.removeLast() }
        }
        return found
    }

    /// `case foreign, missing(path: String)` names two.
    private static func names(in line: Substring, of types: [(name: String, depth: Int, isEnum: Bool)]) -> [String] {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("case ") else { return [] }
        var depth = 0
        var outside = ""
        for character in text.dropFirst(5) {
            if character == ")" { depth -= 1 }
            if depth == 0, character != ")", character != "(" { outside.append(character) }
            if character == "(" { depth += 1 }
        }
        let type = types.map(\.name).joined(separator: ".")
        return outside.split(separator: ",").map {
            "\(type).\($0.trimmingCharacters(in: CharacterSet(charactersIn: " }")))"
        }
    }
}
