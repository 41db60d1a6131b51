// Counts rows and values of each table as the library `frictionless.js` reads them.
const { Dataset } = require("frictionless.js");

async function main(folder) {
  const found = await Dataset.load(`${folder}/datapackage.json`);
  const counts = {};
  for (const resource of found.resources) {
    const count = [0, 0];
    for await (const row of await resource.rows({ keyed: true })) {
      count[0] += 1;
      count[1] += Object.values(row).filter((value) => value !== "" && value !== null && value !== undefined).length;
    }
    counts[resource.descriptor.name] = count;
  }
  console.log(JSON.stringify(counts));
}

main(process.argv[2]).catch((error) => {
  console.error(String(error));
  process.exit(1);
});
