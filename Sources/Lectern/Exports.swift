// What a lesson sees after `import Lectern`.
@_exported import Derivations
@_exported import Exhibits
@_exported import Networks
