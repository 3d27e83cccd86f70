package import Foundation

extension Scenario {
    package struct Unreadable: Error, CustomStringConvertible {
        package let description: String
    }

    /// Takes the answers that `resy-mcp doctor --live --record` kept in a folder: one file for each endpoint, by its name.
    package mutating func replay(_ folder: URL) throws {
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "json" {
            let name = file.deletingPathExtension().lastPathComponent
            guard let endpoint = Endpoint(rawValue: name) else {
                throw Unreadable(description: "\(file.path): no endpoint is called \(name)")
            }
            guard let answer = JSONValue(parsing: [UInt8](try Data(contentsOf: file))) else {
                throw Unreadable(description: "\(file.path) is no JSON")
            }
            recorded[endpoint] = answer
        }
        guard !recorded.isEmpty else { throw Unreadable(description: "\(folder.path) holds no recorded answer") }
    }
}
