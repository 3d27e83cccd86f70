@testable import ResyDomain
import ArgumentParser
import ResyNative
import Testing

@testable import resy_mcp

/// The folder of all state, however it is named.
@Suite struct HomeSettingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var flag: String?
        var variables: [String: String] = [:]
        /// What the system has recorded for this user.
        var recorded: String?
        /// Nil where it is refused.
        var home: String?
        /// What is said then.
        var words: [String] = []

        var testDescription: String {
            let set = variables.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
            return "\(set) \(flag.map { "--home \($0)" } ?? "") recorded \(recorded ?? "nowhere")"
        }
    }

    static let usual = "/home/ada/.local/share/resy-mcp"

    static let folders: [Case] = [
        Case(variables: ["HOME": "/home/ada"], home: usual),
        Case(variables: ["HOME": "/home/ada/"], home: usual),
        Case(variables: ["HOME": "/home/ada"], recorded: "/home/other", home: usual),
        Case(variables: ["HOME": "/"], home: "/.local/share/resy-mcp"),
        // What a client that passes on no environment leaves.
        Case(recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": ""], recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": "  "], recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": "home/ada"], recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": "$HOME"], recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": "/${USER}"], recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": "${HOME}"], recorded: "/home/ada", home: usual),
        Case(variables: ["HOME": "undefined"], recorded: "/home/ada/", home: usual),
        Case(recorded: "/", home: "/.local/share/resy-mcp"),
        Case(words: ["HOME is not set", "--home DIR", "RESY_MCP_HOME"]),
        Case(variables: ["HOME": "ada"], words: ["HOME \"ada\" is not a whole path", "--home DIR"]),
        Case(recorded: "ada", words: ["HOME is not set"]),
        // Chosen, so that HOME does not matter
        Case(flag: "/srv/resy", home: "/srv/resy"),
        Case(flag: "/srv/resy//", home: "/srv/resy"),
        Case(flag: " /srv/resy ", home: "/srv/resy"),
        Case(flag: "/srv/a b/ü", home: "/srv/a b/ü"),
        Case(flag: "/srv/50%/a$", home: "/srv/50%/a$"),
        Case(variables: ["RESY_MCP_HOME": "/srv/resy"], home: "/srv/resy"),
        Case(flag: "/a", variables: ["RESY_MCP_HOME": "/b", "XDG_DATA_HOME": "/c"], home: "/a"),
        Case(variables: ["RESY_MCP_HOME": "/b", "XDG_DATA_HOME": "/c"], home: "/b"),
        Case(variables: ["XDG_DATA_HOME": "/c"], home: "/c/resy-mcp"),
        Case(variables: ["XDG_DATA_HOME": "/c/"], home: "/c/resy-mcp"),
        // Nothing was chosen
        Case(flag: "", variables: ["HOME": "/home/ada"], home: usual),
        Case(variables: ["HOME": "/home/ada", "RESY_MCP_HOME": "${user_config.home}"], home: usual),
        Case(variables: ["HOME": "/home/ada", "RESY_MCP_HOME": "None", "XDG_DATA_HOME": " "], home: usual),
        // The user's own folder
        Case(flag: "~/tables", variables: ["HOME": "/home/ada"], home: "/home/ada/tables"),
        Case(flag: "~/tables", recorded: "/home/ada", home: "/home/ada/tables"),
        Case(flag: "~/tables", variables: ["HOME": "/"], home: "/tables"),
        Case(variables: ["HOME": "/home/ada", "RESY_MCP_HOME": "~"], home: "/home/ada"),
        Case(variables: ["HOME": "/home/ada", "XDG_DATA_HOME": "~/data"], home: "/home/ada/data/resy-mcp"),
        Case(flag: "~/tables", words: ["--home \"~/tables\"", "write the path out in full"]),
    ]

    static let wrong: [(value: String, words: String)] = [
        ("state", "begins with /"), ("./state", "begins with /"), ("../state", "begins with /"),
        (".", "begins with /"), ("file:///srv/resy", "begins with /"), ("\"/srv/resy\"", "begins with /"),
        ("C:\\resy", "begins with /"), ("$HOME", "nothing expands"), ("$HOME/resy", "nothing expands"),
        ("${HOME}", "nothing expands"), ("${HOME}/resy", "nothing expands"), ("${env:HOME}", "nothing expands"),
        ("/home/$HOME/resy", "nothing expands"), ("/srv/${USER}", "nothing expands"), ("/x/$USER/y", "nothing expands"),
        ("/x/%USERNAME%/y", "nothing expands"), ("/x/a$USER", "nothing expands"),
        ("$XDG_DATA_HOME/resy", "nothing expands"), ("%USERPROFILE%\\resy", "nothing expands"),
        ("~ada", "other users' folders"), ("~ada/resy", "other users' folders"),
    ]

    static func refused(as name: String) -> [Case] {
        wrong.map { value, words in
            var example = Case(words: ["\(name) \(RPCError.quoted(value)) is not valid: ", words])
            example.variables["HOME"] = "/home/ada"
            if name == "--home" { example.flag = value } else { example.variables[name] = value }
            return example
        }
    }

    static let refused = refused(as: "--home") + refused(as: "RESY_MCP_HOME") + refused(as: "XDG_DATA_HOME")

    @Test(arguments: folders + refused)
    func aFolderIsWholeOrRefused(_ example: Case) throws {
        let options = try Options.parse(example.flag.map { ["--home", $0] } ?? [])
        func home() throws -> String {
            try options.settings(
                environment: { example.variables[$0] }, recordedFolder: { example.recorded }
            ).home
        }
        guard example.words.isEmpty else {
            let error = #expect(throws: ValidationError.self) { try home() }
            for words in example.words { #expect(error?.message.contains(words) == true, "\(error?.message ?? "")") }
            #expect(error?.message.contains("\n") == false)
            return
        }
        #expect(try home() == example.home)
    }

    @Test(arguments: ["--cacert", "--chromium"])
    func anotherPathMayBeRelativeButHoldsNoVariable(flag: String) throws {
        func settings(_ path: String) throws -> Settings {
            try Options.parse([flag, path]).settings(
                environment: { $0 == "HOME" ? "/home/ada" : nil }, recordedFolder: { nil })
        }
        for (path, read) in [("x.pem", "x.pem"), ("~/x", "/home/ada/x"), ("/x", "/x")] {
            let settings = try settings(path)
            #expect((flag == "--cacert" ? settings.caBundle : settings.chromium) == read)
        }
        #expect(throws: ValidationError.self) { try settings("$HOME/x") }
        #expect(throws: ValidationError.self) { try settings("~ada/x") }
    }
}
