// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Words, rules and the protocol's lines: smaller so, and no call is measurably slower (docs/performance.md).
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
    name: "resy-mcp",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "resy-mcp", targets: ["resy-mcp"]),
        .library(name: "ResyNative", targets: ["ResyNative"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CJansson", pkgConfig: "jansson",
            providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]),
        .target(name: "CStart"),
        .target(name: "LibC", swiftSettings: strict),
        .systemLibrary(name: "CPlatform"),
        .target(name: "ResyDomain", swiftSettings: strict + small),
        .target(
            name: "ResyNative",
            dependencies: [
                "CCurl", "COpenSSL", "CPlatform", "CSQLite", "CJansson", "LibC", "ResyDomain",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "resy-mcp",
            dependencies: [
                "CStart", "LibC", "ResyDomain", "ResyNative",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict + small),
        .target(
            name: "SandboxKit",
            dependencies: [.product(name: "FlyingFox", package: "FlyingFox")],
            path: "Tests/SandboxKit",
            resources: [.copy("Site/Pages")],
            swiftSettings: strict),
        .executableTarget(
            name: "resy-sandbox",
            dependencies: ["SandboxKit"],
            path: "Tests/resy-sandbox",
            swiftSettings: strict),
        .executableTarget(
            name: "autobahn-client",
            dependencies: ["ResyNative"],
            path: "Tests/autobahn-client",
            exclude: ["requirements.txt"],
            swiftSettings: strict),
        .executableTarget(
            name: "browser-host",
            dependencies: ["ResyNative"],
            path: "Tests/browser-host",
            swiftSettings: strict),
        .executableTarget(
            name: "json-cost",
            dependencies: ["CJansson", "LibC", "ResyDomain", "ResyNative"],
            path: "Tests/json-cost",
            swiftSettings: strict),
        .executableTarget(
            name: "soak",
            dependencies: ["ResyDomain", "ResyNative"],
            path: "Tests/soak",
            swiftSettings: strict),
        .testTarget(
            name: "SandboxKitTests",
            dependencies: ["SandboxKit"],
            swiftSettings: strict),
        .testTarget(
            name: "ResyDomainTests",
            dependencies: ["ResyDomain", "resy-mcp"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "ResyNativeTests",
            dependencies: ["ResyDomain", "ResyNative", "SandboxKit", "browser-host", "resy-mcp"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "ResyMCPTests",
            dependencies: [
                "resy-mcp", "ResyDomain", "ResyNative", "SandboxKit",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Transcripts", "Fuzz/Seeds", "Voice/model.txt", "Voice/person.txt"],
            swiftSettings: strict),
    ]
)

// Not built by default: it must be instrumented throughout, see scripts/fuzz. A program cannot link another program, so
// the server is a library for it.
if Context.environment["RESY_FUZZ"] != nil, let server = package.targets.first(where: { $0.name == "resy-mcp" }) {
    package.targets.removeAll { $0.type == .test || $0.name == server.name }
    package.products = [.executable(name: "fuzz", targets: ["fuzz"])]
    package.targets += [
        .target(
            name: server.name, dependencies: server.dependencies,
            swiftSettings: strict + [
                .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "resy_mcp_main"])
            ]),
        .executableTarget(
            name: "fuzz",
            dependencies: ["ResyDomain", "ResyNative", "resy-mcp", .product(name: "Logging", package: "swift-log")],
            path: "Tests/ResyMCPTests/Fuzz", exclude: ["Seeds"], swiftSettings: strict + [.define("FUZZING")],
            // gold crashes on it.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
    ]
}
