import { OpenFeature, type Client } from '@openfeature/web-sdk';

export class PointsCounter {
  private readonly client: Client = OpenFeature.getClient('loyalty');

  pointsFor(total: number): number {
    const perEuro = this.client.getNumberValue('pointsPerEuro', 1);
    const factor = this.client.getBooleanValue('doublePoints', false) ? 2 : 1;
    return Math.floor(total) * perEuro * factor;
  }
}
