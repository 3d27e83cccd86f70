@testable import ResyDomain
import ArgumentParser
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// What agents are told of the command line is so.
@Suite struct SkillTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    static func file(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// In blocks and between backticks: whole commands alone, without the program's name.
    static func commands(in text: String) -> [[String]] {
        var found: [[String]] = []
        for (number, part) in text.components(separatedBy: "```").enumerated() {
            let lines = number % 2 == 1 ? part.split(separator: "\n").map(String.init) : spans(part)
            found += lines.filter { $0.hasPrefix("resy-mcp ") }.map { Array(words($0).dropFirst()) }
        }
        return found
    }

    private static func spans(_ text: String) -> [String] {
        text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// As a shell takes a line apart, up to a comment.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var (word, isOpen, isQuoted): (String, Bool, Bool) = ("", false, false)
        for character in line {
            if character == "\"" {
                (isQuoted, isOpen) = (!isQuoted, true)
            } else if character == " ", !isQuoted {
                if isOpen { words.append(word) }
                (word, isOpen) = ("", false)
            } else if character == "#", !isOpen, !isQuoted {
                break
            } else {
                word.append(character)
                isOpen = true
            }
        }
        return isOpen ? words + [word] : words
    }

    @Test func everyCommandOfTheSkillIsTaken() throws {
        let commands = Self.commands(in: try Self.file("skills/resy/SKILL.md"))
        #expect(
            Set(commands.compactMap(\.first)).isSuperset(of: [
                "check", "find", "days", "book", "change", "cancel", "list",
            ]))
        for command in commands {
            #expect(throws: Never.self, "\(command)") { try ResyMCP.parseAsRoot(command) }
        }
    }

    /// A yes is never in a command that has not been asked about before.
    @Test func aYesComesSecondAndWithItsSum() throws {
        let commands = Self.commands(in: try Self.file("skills/resy/SKILL.md"))
        for (number, command) in commands.enumerated() where command.contains("--yes") {
            #expect(command.contains("--max-fee"))
            let asked = command.prefix { $0 != "--yes" }
            #expect(commands[..<number].contains { $0.starts(with: asked) && !$0.contains("--yes") }, "\(command)")
        }
    }

    /// As https://agentskills.io/specification has it.
    @Test func itsHeadIsAsDocumented() throws {
        let text = try Self.file("skills/resy/SKILL.md")
        let parts = text.components(separatedBy: "---\n")
        #expect(parts[0].isEmpty && parts.count > 2)
        let head = parts[1].split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        let members = Dictionary(head.map { ($0[0], String($0[1].dropFirst())) }, uniquingKeysWith: { $1 })
        #expect(Set(members.keys) == ["name", "description", "license", "compatibility"])
        #expect(members["name"] == "resy")
        #expect((1...1024).contains(members["description"]?.count ?? 0))
        #expect((1...500).contains(members["compatibility"]?.count ?? 0))
        // A colon in a value would need quotes.
        for value in members.values { #expect(!value.contains(": ")) }
        #expect(text.split(separator: "\n").count < 100)
    }

    @Test func everyExitCodeIsTold() throws {
        let text = try Self.file("skills/resy/SKILL.md")
        for code in 0...6 { #expect(text.contains("\n| \(code) | ")) }
    }

    // MARK: - README and docs/install.md

    @Test(arguments: ["README.md", "docs/install.md"]) func everyInstallCommandIsTaken(path: String) throws {
        let commands = Self.commands(in: try Self.file(path)).filter { ["install", "uninstall"].contains($0.first) }
        for client in HostClient.allCases {
            #expect(commands.contains(["install", client.rawValue]), "\(client)")
        }
        for command in commands {
            #expect(throws: Never.self, "\(command)") { try ResyMCP.parseAsRoot(command) }
        }
    }

    /// A link holds the entry that install would write.
    @Test func theLinksHoldTheEntry() throws {
        let text = try Self.file("docs/install.md")
        func entry(_ client: HostClient) -> JSON {
            client.entry(command: "/usr/local/bin/resy-mcp", arguments: ["serve"])
        }
        let cursor = try #require(
            text.firstMatch(
                of: /cursor:\/\/anysphere\.cursor-deeplink\/mcp\/install\?name=resy&config=([A-Za-z0-9+\/=]+)/))
        let config = try #require(Data(base64Encoded: String(cursor.1)))
        #expect(try JSON(parsing: Array(config)) == entry(.cursor))
        let code = try #require(text.firstMatch(of: /vscode:mcp\/install\?([A-Za-z0-9%._~-]+)/))
        let given = try JSON(parsing: Array(try #require(String(code.1).removingPercentEncoding).utf8))
        #expect(try given["name"].string == "resy")
        for member in ["type", "command", "args"] { #expect(try given[member] == entry(.vscode)[member]) }
    }
}
