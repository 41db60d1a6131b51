// Counts rows and values of each table as the JavaScript library `datapackage` reads them, following every foreign key.
const { Package } = require("datapackage");

async function main(folder) {
  const found = await Package.load(`${folder}/datapackage.json`, { strict: true });
  const counts = {};
  for (const resource of found.resources) {
    const rows = await resource.read({ keyed: true, relations: true });
    const values = rows.flatMap(Object.values).filter((value) => value !== null && value !== undefined);
    counts[resource.name] = [rows.length, values.length];
  }
  console.log(JSON.stringify(counts));
}

main(process.argv[2]).catch((error) => {
  console.error(String(error), ...(error.errors || []).slice(0, 3).map(String));
  process.exit(1);
});
